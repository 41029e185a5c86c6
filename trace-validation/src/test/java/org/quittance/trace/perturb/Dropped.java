package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Events.holds;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.of;
import static org.quittance.trace.perturb.Events.receives;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Events that are missing, stand in the wrong order, or stand there twice. */
final class Dropped {

    private Dropped() {}

    static List<Perturbation> all() {
        return List.of(
                of("dropped-vote", "calm", "a vote that a certificate counts was not received",
                        Dropped::vote, "VoteFor(s, c) \\in Known(i, s)", "KnowsVotes"),
                of("dropped-proposal", "calm", "a proposal was not received before the vote for it",
                        Dropped::proposal, "KnowsProposal"),
                of("dropped-persist", "calm", "a vote was not written before others received it",
                        Dropped::persist, "m.signer \\in Honest => m \\in messages"),
                of("dropped-certificate", "calm", "a view was entered without a certificate",
                        t -> drop(t, t.find(0, holds("notarize")), "EnterView"),
                        "v - 1 \\in {c.view: c \\in certificates[i]}", "CanEnterView"),
                of("dropped-enter-view", "calm", "a node acts in a view that it did not enter",
                        Dropped::enterView,
                        "b.view = view[i]", "CanNotarize"),
                of("dropped-commit", "calm", "a block was not committed before its child",
                        t -> drop(t, t.find(0, is("Commit")), "Commit"),
                        "CanCommit > IsParent", "a.digest = b.parent"),
                of("dropped-crash", "crash", "a node restarts that did not stop",
                        t -> drop(t, t.find(0, is("Crash")), "Restart"),
                        "i \\in Honest \\ up", "CanRestart"),
                of("swapped-certificate-and-view", "calm", "a view is entered one event too early",
                        t -> swap(t, t.find(0, is("HoldCertificate")), "EnterView"),
                        "CanEnterView"),
                of("swapped-vote-and-write", "calm", "a vote is written before it is signed",
                        t -> swap(t, t.find(0, is("Notarize")), "Persist"),
                        "pending[i] /= <<>>", "CanPersist"),
                of("swapped-write-and-receipt", "calm", "a vote is received before it is written",
                        Dropped::early, "m \\in messages", "CanReceive"),
                of("repeated-receive", "calm", "a message is accepted a second time",
                        t -> repeat(t, t.find(0, is("Receive"))), "m \\notin received[i]"),
                of("repeated-notarize", "calm", "a second notarize vote in one view",
                        t -> repeat(t, t.find(0, is("Notarize"))),
                        "~HasSigned(i, b.view, \"notarize\")", "m = notarize"),
                of("repeated-persist", "calm", "a message is written a second time",
                        t -> repeat(t, t.find(0, is("Persist"))), "pending[i] /= <<>>"),
                of("repeated-certificate", "calm", "a certificate is held a second time",
                        t -> repeat(t, t.find(0, is("HoldCertificate"))), "~Holds(i, c)"),
                of("repeated-commit", "calm", "a block is committed a second time",
                        t -> repeat(t, t.find(0, is("Commit"))), "IsParent"),
                of("repeated-crash", "crash", "a node stops that has stopped",
                        t -> repeat(t, t.find(0, is("Crash"))), "i \\in up", "CanCrash"),
                of("acts-after-crash", "crash", "a node receives after it stopped",
                        Dropped::afterCrash, "i \\in up", "CanReceive"));
    }

    private static int drop(TraceFile trace, int index, String rejected) {
        ObjectNode dropped = trace.remove(index);
        return trace.find(index, is(rejected).and(of(dropped)));
    }

    /** The event changes places with the node's next one, which is of that action. */
    private static int swap(TraceFile trace, int from, String action) {
        int index = from;
        while (true) {
            ObjectNode event = trace.get(index);
            int next = trace.find(index + 1, of(event));
            if (is(action).test(trace.get(next))) {
                trace.remove(index);
                trace.insert(next, event);
                return next - 1;
            }
            index = trace.find(index + 1, is(event.get("action").asText()));
        }
    }

    private static int repeat(TraceFile trace, int index) {
        trace.insert(index + 1, trace.get(index).deepCopy());
        return index + 1;
    }

    private static int enterView(TraceFile trace) {
        int index = trace.find(0, is("EnterView").and(e -> {
            int next = trace.find(0, of(e).and(is("Propose").or(is("Notarize")))
                    .and(where("/args/block/view", e.at("/args/view"))));
            return is("Notarize").test(trace.get(next));
        }));
        ObjectNode dropped = trace.remove(index);
        return trace.find(index, is("Notarize").and(of(dropped))
                .and(where("/args/block/view", dropped.at("/args/view"))));
    }

    private static int vote(TraceFile trace) {
        int index = trace.find(0, holds("notarize"));
        ObjectNode hold = trace.get(index);
        int dropped = trace.findBefore(
                index,
                is("Receive").and(of(hold))
                        .and(where("/args/message/kind", "notarize"))
                        .and(e -> !e.at("/args/message/signer").equals(hold.get("node"))));
        trace.remove(dropped);
        return index - 1;
    }

    private static int proposal(TraceFile trace) {
        int receive = trace.find(0, is("Receive").and(where("/args/message/kind", "propose")));
        return drop(trace, receive, "Notarize");
    }

    /** Only what others received before the node's queue shows the loss can be dropped. */
    private static int persist(TraceFile trace) {
        int index = trace.find(0, is("Persist").and(e -> e.at("/post/pending").isEmpty()));
        while (true) {
            ObjectNode event = trace.get(index);
            JsonNode message = trace.pending(event.get("node").asInt(), index).get(0);
            int received = trace.find(index, receives(message));
            int own = trace.find(index + 1, of(event));
            if (received < own) {
                trace.remove(index);
                return received - 1;
            }
            index = trace.find(index + 1, is("Persist"));
        }
    }

    private static int early(TraceFile trace) {
        int receive = trace.find(0, is("Receive").and(e -> !e.get("cause").isEmpty()));
        ObjectNode event = trace.remove(receive);
        JsonNode message = event.at("/args/message");
        int written = trace.find(
                0,
                is("Persist").and(where("/node", message.get("signer").asInt()))
                        .and(e -> has(e.at("/post/durable"), message)));
        trace.insert(written, event);
        return written;
    }

    private static boolean has(JsonNode list, JsonNode element) {
        for (JsonNode each : list) {
            if (each.equals(element)) {
                return true;
            }
        }
        return false;
    }

    private static int afterCrash(TraceFile trace) {
        int crash = trace.find(0, is("Crash"));
        int receive = trace.findBefore(crash, is("Receive").and(of(trace.get(crash))));
        trace.insert(crash + 1, trace.get(receive).deepCopy());
        return crash + 1;
    }
}
