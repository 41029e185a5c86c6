package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** Execution, attestation and quittances go wrong. */
final class AttestationFaults {

    private AttestationFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("one-attestation-is-enough", Area.ATTESTATION,
                        "one attestation makes a quittance",
                        edit("replica/SystemState",
                                "&& validators.isQuorum(AttestationBook.signers(equal))",
                                "&& !equal.isEmpty()"))
                        .shownBy(Run.system("settled", 0),
                                "S \\in Quorums")
                        .breaking(Property.QUITTANCE_AGREEMENT,
                                "but no quorum attested that"),
                Fault.of("counts-other-roots", Area.ATTESTATION,
                        "attestations of different roots make a quittance together",
                        edit("replica/SystemRules",
                                "List<Attestation> equal = state.book().of(h, root);",
                                "List<Attestation> equal = state.book().at(h);"))
                        .shownBy(Run.system("two-roots", 0),
                                "\\A i \\in signers: Attestation(i, h, r) \\in "
                                        + "attestations"),
                Fault.of("attests-the-root-before", Area.ATTESTATION,
                        "attests the root from before the block",
                        edit("replica/SystemRules",
                                "attest(h, root, out);",
                                "attest(h, state.root(new Height(h.number() - "
                                        + "1)).orElse(root), out);"))
                        .shownBy(Run.system("settled", 0),
                                "r = root[i][h]"),
                Fault.of("executes-to-the-root-before", Area.ATTESTATION,
                        "takes the root before the block is executed",
                        edit("replica/SystemRules",
                                "Digest root = execution.execute(block, contents);",
                                "Digest root = execution.trie().root(); "
                                        + "execution.execute(block, contents);"))
                        .shownBy(Run.system("settled-crash", 0),
                                "differs in diverged")
                        .breaking(Property.QUITTANCE_MATCHES_EXECUTION,
                                "comes to root"),
                Fault.of("attests-later-root", Area.ATTESTATION,
                        "attests the block only when the next one is executed, "
                                + "with that one's root",
                        edit("replica/SystemRules",
                                "attest(h, root, out);",
                                "if (h.number() > 1) { attest(new "
                                        + "Height(h.number() - 1), root, out); }"))
                        .shownBy(Run.system("settled", 0),
                                "r = root[i][h]"),
                Fault.of("goes-on-after-divergence", Area.ATTESTATION,
                        "goes on though a quittance says that it went wrong",
                        edit("replica/SystemRules",
                                "if (state.isRunning() && own.isPresent() && "
                                        + "!own.get().equals(quittance.root())) {",
                                "if (state.executed().number() < 0) {"))
                        .shownBy(Run.system("diverged", 0),
                                "differs in diverged"),
                Fault.of("quittance-twice", Area.ATTESTATION,
                        "makes another quittance of a height with each more attestation",
                        edit("replica/SystemState",
                                "&& "
                                        + "validators.isQuorum(AttestationBook.signers(equ"
                                        + "al)) // Stricter than the spec: an older one "
                                        + "is of no use. && h.number() > quitted();",
                                "&& "
                                        + "validators.isQuorum(AttestationBook.signers(equal));"),
                        edit("replica/SystemState",
                                "boolean canFormQuittance(Height h, "
                                        + "List<Attestation> equal) { return isRunning() "
                                        + "&& !held.containsKey(h)",
                                "boolean canFormQuittance(Height h, "
                                        + "List<Attestation> equal) { return isRunning()"))
                        .shownBy(Run.system("settled", 0),
                                "h \\notin DOMAIN held[i]"),
                Fault.of("takes-quittance-twice", Area.ATTESTATION,
                        "takes in a quittance that it holds already",
                        edit("replica/SystemState",
                                "boolean canReceiveQuittance(Height h) { "
                                        + "return isRunning() && !held.containsKey(h)",
                                "boolean canReceiveQuittance(Height h) { "
                                        + "return isRunning()"))
                        .shownBy(Run.system("settled", 0),
                                "h \\notin DOMAIN held[i]"),
                Fault.of("executes-twice", Area.ATTESTATION,
                        "executes again after a restart what a snapshot has",
                        edit("replica/ReplicaReplay",
                                "for (long h = tip.height().number(); h > "
                                        + "execution.executed().number(); h--) {",
                                "for (long h = tip.height().number(); h > "
                                        + "Math.max(0, execution.executed().number() - 1); h--) {"),
                        edit("replica/ReplicaReplay",
                                "Height height = execution.executed(); for "
                                        + "(Body body : path) {",
                                "Height height = new Height(Math.max(0, "
                                        + "execution.executed().number() - 1)); for "
                                        + "(Body body : path) {"),
                        edit("replica/Replica",
                                "if (height.compareTo(system.executed()) <= 0 "
                                        + "|| !system.isRunning()) {",
                                "if (height.compareTo(system.executed()) < 0 "
                                        + "|| !system.isRunning()) {"),
                        edit("replica/SystemState",
                                "&& h.number() == executed.number() + 1;",
                                "&& h.number() >= executed.number();"))
                        .shownBy(Run.system("settling", 15),
                                "h = executed[i] + 1"),
                Fault.of("ordering-does-not-wait", Area.ATTESTATION,
                        "ordering goes on however many blocks lack a quittance",
                        edit("replica/OrderingGate",
                                "return heights.atMost(child.parent(), "
                                        + "child.parentView()) - quitted <= maxLag;",
                                "return true;"),
                        edit("replica/OrderingGate",
                                "return heights.atMost(parent.digest(), "
                                        + "parent.view()) - quitted <= maxLag;",
                                "return true;"))
                        .shownBy(Run.system("unquitted", 0),
                                "CanOrder")
                        .breaking(Property.BOUNDED_LAG,
                                "height"),
                Fault.of("ordering-waits-too-late", Area.ATTESTATION,
                        "ordering lets one more block pass without a quittance",
                        edit("replica/OrderingGate",
                                "return heights.atMost(child.parent(), "
                                        + "child.parentView()) - quitted <= maxLag;",
                                "return heights.atMost(child.parent(), "
                                        + "child.parentView()) - quitted <= maxLag + 1;"),
                        edit("replica/OrderingGate",
                                "return heights.atMost(parent.digest(), "
                                        + "parent.view()) - quitted <= maxLag;",
                                "return heights.atMost(parent.digest(), "
                                        + "parent.view()) - quitted <= maxLag + 1;"))
                        .shownBy(Run.system("unquitted", 0),
                                "CanOrder"),
                Fault.of("root-depends-on-restart", Area.ATTESTATION,
                        "the root depends on how many blocks this process has executed",
                        edit("replica/SystemRules",
                                "private final SystemState state;",
                                "private final SystemState state; private long done;"),
                        edit("replica/SystemRules",
                                "Digest root = execution.execute(block, contents);",
                                "Digest root = execution.execute(block, contents); "
                                        + "done++; root = done == h.number() ? root : "
                                        + "config.genesis().digest();"))
                        .shownBy(Run.system("settling", 15),
                                "r = outcome[h]"),
                Fault.of("counts-own-before-written", Area.ATTESTATION,
                        "counts an attestation of its own before it is written",
                        edit("replica/SystemRules",
                                "out.add(new SystemEvent.Attest(h, root));",
                                "out.add(new SystemEvent.Attest(h, root)); "
                                        + "count(attestation, out);"))
                        .shownBy(Run.system("settling", 2),
                                "\\A i \\in signers: Attestation(i, h, r) \\in "
                                        + "attestations"),
                Fault.of("executes-without-the-quittance", Area.ATTESTATION,
                        "leaves out the quittance that a block carries",
                        edit("replica/Replica",
                                "new BlockContents(genuine, contents.commands()), out);",
                                "new BlockContents(Optional.empty(), "
                                        + "contents.commands()), out);"))
                        .shownBy(Run.system("settled", 0),
                                "chain[e.args.height] = "
                                        + "Block(e.args.command, e.args.quitted)"));
    }
}
