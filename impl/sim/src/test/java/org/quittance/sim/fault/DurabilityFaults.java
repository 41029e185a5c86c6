package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;

/** What was signed is sent too early, or forgotten. */
final class DurabilityFaults {

    private DurabilityFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("sent-before-written", Area.DURABILITY,
                        "the disk claims to have written what it has not",
                        edit("sim/run/Driver",
                                "return false;",
                                "return true;"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in durable"),
                Fault.of("counts-before-written", Area.DURABILITY,
                        "counts and sends its vote without waiting for the disk",
                        edit("consensus/OwnMessages",
                                "return !pending.isEmpty() && "
                                        + "pending.get(0).index() <= acknowledged;",
                                "return !pending.isEmpty();"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in durable"),
                Fault.of("counts-when-signed", Area.DURABILITY,
                        "counts its vote as soon as it is signed",
                        edit("consensus/Transitions",
                                "return write(signed, new LogRecord.Own(message), out);",
                                "return Reception.ownMessage(write(signed, new "
                                        + "LogRecord.Own(message), out), message, out);"))
                        .shownBy(Run.ordering("calm", 0),
                                "Proposal(Leader[b.view], b) \\in messages"),
                Fault.of("never-written", Area.DURABILITY,
                        "sends votes that are never written",
                        edit("consensus/Transitions",
                                "State signed = "
                                        + "s.with(s.own().withPending(s.nextIndex(), "
                                        + "message)); return write(signed, new "
                                        + "LogRecord.Own(message), out);",
                                "return s.with(s.own().withPending(-1, message));"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in durable"),
                Fault.of("nullify-never-written", Area.DURABILITY,
                        "sends votes to give up a view that are never written",
                        edit("consensus/Transitions",
                                "State signed = "
                                        + "s.with(s.own().withPending(s.nextIndex(), message));",
                                "if (message.signed().kind() == Kind.NULLIFY) "
                                        + "{ return s.with(s.own().withPending(-1, "
                                        + "message)); } State signed = "
                                        + "s.with(s.own().withPending(s.nextIndex(), message));"))
                        .shownBy(Run.ordering(Run.CRASHES, 2),
                                "differs in durable"),
                Fault.of("written-out-of-order", Area.DURABILITY,
                        "sends the newest of several messages first",
                        edit("consensus/Transitions",
                                "SignedMessage written = "
                                        + "s.own().pending().get(0).message();",
                                "SignedMessage written = "
                                        + "s.own().pending().getLast().message();"),
                        edit("consensus/OwnMessages",
                                "OwnMessages written = "
                                        + "withDurable(pending.get(0).message()); return "
                                        + "new OwnMessages( pending.subList(1, pending.size()),",
                                "OwnMessages written = "
                                        + "withDurable(pending.getLast().message()); "
                                        + "return new OwnMessages( pending.subList(0, "
                                        + "pending.size() - 1),"))
                        .shownBy(Run.ordering("calm", 0),
                                "differs in pending"),
                Fault.of("forgets-its-votes", Area.DURABILITY,
                        "a restart forgets all that was signed",
                        edit("consensus/Replay",
                                "checkOwn(own, message.signed()); own.add(message);",
                                "checkOwn(own, message.signed());"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in durable"),
                Fault.of("forgets-its-last-vote", Area.DURABILITY,
                        "a restart overlooks the last message of the log",
                        edit("consensus/Replay",
                                "return own;",
                                "return own.isEmpty() ? own : own.subList(0, "
                                        + "own.size() - 1);"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in durable"),
                Fault.of("forgets-nullify-votes", Area.DURABILITY,
                        "a restart overlooks votes to give up a view",
                        edit("consensus/Replay",
                                "checkOwn(own, message.signed()); own.add(message);",
                                "checkOwn(own, message.signed()); if "
                                        + "(message.signed().kind() != Kind.NULLIFY) { "
                                        + "own.add(message); }"))
                        .shownBy(Run.ordering(Run.CRASHES, 2),
                                "differs in durable"),
                Fault.of("invents-notarizations", Area.DURABILITY,
                        "a restart takes an own vote for a notarization",
                        edit("consensus/Replay",
                                "return read;",
                                "for (LogRecord record : log) { if (record "
                                        + "instanceof LogRecord.Own(Vote vote) && "
                                        + "vote.signed().kind() == Kind.NOTARIZE && "
                                        + "vote.signed().view().compareTo(tip.block().view"
                                        + "()) > 0) { "
                                        + "read.add(Certificate.of(vote.signed().statement"
                                        + "(), List.of(vote.signed()))); } } return read;"))
                        .shownBy(Run.ordering(Run.CRASHES, 1),
                                "kept \\subseteq certificates[i]"),
                Fault.of("pending-after-restart", Area.DURABILITY,
                        "a restart takes what is on the disk for not yet written",
                        edit("consensus/Replay",
                                "own = own.withDurable(message);",
                                "own = own.withPending(log.size() - 1L, message);"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in pending"),
                Fault.of("view-kept-over-crash", Area.DURABILITY,
                        "a restart begins in a later view, without saying how "
                                + "it got there",
                        edit("consensus/Replay",
                                "State state = "
                                        + "State.initial(config).withNextIndex(log.size());",
                                "State state = "
                                        + "State.initial(config).withNextIndex(log.size())"
                                        + " .with(Round.enter(config, "
                                        + "tip.block().view().next().next()));"))
                        .shownBy(Run.ordering("crash-at-genesis", 0),
                                "differs in view"),
                Fault.of("tip-from-the-future", Area.DURABILITY,
                        "a restart takes the highest final block for committed",
                        edit("consensus/Replay",
                                "if (record instanceof LogRecord.Committed "
                                        + "committed) { last = committed; }",
                                "if (record instanceof LogRecord.Committed "
                                        + "committed) { last = committed; } else if "
                                        + "(record instanceof LogRecord.Held(Certificate "
                                        + "c) && c.kind() == Kind.FINALIZE && "
                                        + "c.view().compareTo(last.block().view()) > 0) "
                                        + "{ last = new "
                                        + "LogRecord.Committed(last.height().next(), "
                                        + "c.block()); }"))
                        .shownBy(Run.ordering("random", 38),
                                "tip.view <= committed[i].view"),
                Fault.of("attestation-sent-before-written", Area.DURABILITY,
                        "sends an attestation before its record is written",
                        edit("replica/SystemRules",
                                "out.add(new SystemEvent.Attest(h, root));",
                                "out.add(new SystemEvent.Attest(h, root)); "
                                        + "send(h, out);"))
                        .shownBy(Run.system("settled-crash", 0),
                                "h \\notin DOMAIN signed[i]"),
                Fault.of("forgets-its-attestations", Area.DURABILITY,
                        "a restart forgets what was attested",
                        edit("replica/ReplicaReplay",
                                "checkOwn(system, attestation); "
                                        + "system.setDurable(attestation); "
                                        + "system.book().add(attestation); "
                                        + "recall(system, attestation);",
                                "checkOwn(system, attestation);"))
                        .shownBy(Run.system("settling", 1),
                                "h \\notin DOMAIN signed[i]"),
                Fault.of("forgets-divergence", Area.DURABILITY,
                        "a restart overlooks that the replica had to stop",
                        edit("replica/ReplicaReplay",
                                "return Optional.of(new Divergence(own, quittance));",
                                "continue;"))
                        .shownBy(Run.system(Run.DIVERGED_CRASH, 0),
                                "i \\notin stopped"));
    }
}
