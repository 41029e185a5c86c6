package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Events.another;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.certificate;
import static org.quittance.trace.perturb.Events.holds;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.list;
import static org.quittance.trace.perturb.Events.message;
import static org.quittance.trace.perturb.Events.of;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Events whose arguments or whose node are not those of the run. */
final class Changed {

    private Changed() {}

    static List<Perturbation> all() {
        return List.of(
                of("other-block-notarized", "calm", "a vote for a block that nobody proposed",
                        t -> change(t, is("Notarize"),
                                a -> a.set("block", another(a.get("block")))),
                        "Proposal(Leader[b.view], b) \\in messages"),
                of("other-block-finalized", "calm", "a finalize vote for a block not notarized",
                        t -> change(t, is("Finalize"),
                                a -> a.set("block", another(a.get("block")))),
                        "c \\in certificates[i]", "Holds"),
                of("view-skipped", "calm", "a view is entered that does not follow",
                        t -> change(t, is("EnterView"), a -> a.put("view", 3)),
                        "v - 1 \\in", "v = 3"),
                of("view-not-later", "calm", "a view is entered again",
                        t -> change(t, is("EnterView"), a -> a.put("view", 1)),
                        "view[i] < v"),
                of("other-view-nullified", "crash", "a view is given up that is not current",
                        t -> change(t, is("Nullify"), a -> a.put("view", 2)), "v = view[i]"),
                of("too-few-signers", "calm", "a certificate without a quorum",
                        t -> change(t, holds("notarize"), a -> list(a, "signers").remove(0)),
                        "IsQuorum", "Quorums"),
                of("signer-who-did-not-vote", "calm", "a certificate counts a vote never written",
                        Changed::signerWithoutVote, "VoteFor(i, c) \\in msgs", "IsCertificate"),
                of("signer-not-heard", "calm", "a certificate counts a vote not received",
                        Changed::signerNotHeard, "KnowsVotes"),
                of("other-certificate-kind", "calm", "votes to notarize make a finalization",
                        t -> change(t, holds("notarize"),
                                a -> ((ObjectNode) a.get("certificate")).put("kind", "finalize")),
                        "VoteFor(i, c) \\in msgs"),
                of("commit-skips-a-block", "halves", "a block is committed before its parent",
                        t -> change(t, is("Commit").and(e -> e.at("/args/path").size() > 1),
                                a -> list(a, "path").remove(0)),
                        "CanCommit > IsParent", "a.digest = b.parent"),
                of("commit-not-final", "calm", "a block is committed that is not final",
                        Changed::commitNotFinal, "Holds", "CanCommit"),
                of("commit-nothing", "calm", "a commit of no block",
                        t -> change(t, is("Commit"), a -> list(a, "path").removeAll()),
                        "path /= <<>>"),
                of("proposal-on-old-parent", "calm", "a leader passes over a notarized block",
                        Changed::oldParent, "ExtendsNotarized", "v = 1"),
                of("proposal-by-another", "calm", "a proposal by who does not lead the view",
                        Changed::otherLeader, "i = Leader[b.view]"),
                of("other-signer-received", "calm", "a vote is received of who did not cast it",
                        t -> change(t, is("Receive").and(where("/args/message/kind", "notarize"))
                                        .and(where("/node", 0)).and(where("/args/message/view", 2)),
                                a -> ((ObjectNode) a.get("message")).put("signer", 0)),
                        "m.signer /= i"),
                of("vote-forged", "calm", "a vote is received that its correct signer never cast",
                        Changed::forged, "m.signer \\in Honest => m \\in messages"),
                of("other-node-persists", "calm", "a write is logged for a node with none to do",
                        Changed::otherNode, "pending[i] /= <<>>"),
                of("restart-invents-certificate", "crash", "a certificate is read back never held",
                        Changed::invented, "kept \\subseteq certificates[i]"),
                of("restart-without-genesis", "crash", "the genesis certificates are not read back",
                        t -> change(t, is("Restart"), a -> list(a, "kept").remove(0)),
                        "GenesisCertificates \\subseteq kept"),
                of("restart-tip-not-final", "crash", "the tip is a block without a finalization",
                        t -> change(t, is("Restart"), a -> a.set("tip", another(a.get("tip")))),
                        "Finalization(tip) \\in kept"),
                of("restart-tip-ahead", "crash", "the tip is final but was not committed",
                        Changed::tipAhead, "tip.view <= committed[i].view"));
    }

    private static int change(
            TraceFile trace, Predicate<ObjectNode> which,
            Consumer<ObjectNode> change) {
        int index = trace.find(0, which);
        change.accept(args(trace.get(index)));
        return index;
    }

    private static int signerWithoutVote(TraceFile trace) {
        int index = trace.find(0, holds("notarize").and(e -> e.at("/args/signers").size() == 3));
        ObjectNode hold = trace.get(index);
        JsonNode block = hold.at("/args/certificate/block");
        while (true) {
            int missing = missing(hold);
            JsonNode vote = message("notarize", missing, block);
            boolean cast = false;
            for (int k = 0; k < index; k++) {
                for (JsonNode m : trace.get(k).at("/post/durable")) {
                    cast |= m.equals(vote);
                }
            }
            if (!cast) {
                all(hold);
                return index;
            }
            index = trace.find(index + 1,
                    holds("notarize").and(e -> e.at("/args/signers").size() == 3));
            hold = trace.get(index);
            block = hold.at("/args/certificate/block");
        }
    }

    private static int signerNotHeard(TraceFile trace) {
        int index = 0;
        while (true) {
            index = trace.find(index + 1,
                    holds("notarize").and(e -> e.at("/args/signers").size() == 3));
            ObjectNode hold = trace.get(index);
            JsonNode vote = message(
                    "notarize", missing(hold), hold.at("/args/certificate/block"));
            for (int k = 0; k < index; k++) {
                for (JsonNode m : trace.get(k).at("/post/durable")) {
                    if (m.equals(vote)) {
                        all(hold);
                        return index;
                    }
                }
            }
        }
    }

    private static int missing(ObjectNode hold) {
        int sum = 0;
        for (JsonNode signer : hold.at("/args/signers")) {
            sum += signer.asInt();
        }
        return 0 + 1 + 2 + 3 - sum;
    }

    private static void all(ObjectNode hold) {
        ArrayNode signers = list(args(hold), "signers");
        signers.removeAll();
        signers.add(0).add(1).add(2).add(3);
    }

    private static int commitNotFinal(TraceFile trace) {
        int index = trace.find(0, is("Commit"));
        ObjectNode commit = trace.get(index);
        int child = trace.findBefore(index, is("Notarize").and(e ->
                e.at("/args/block/parent").equals(commit.at("/args/path/0/digest"))));
        list(args(commit), "path").add(trace.get(child).at("/args/block"));
        return index;
    }

    private static int oldParent(TraceFile trace) {
        int index = trace.find(0, is("Propose").and(where("/args/block/view", 2)));
        ObjectNode block = another(trace.get(index).at("/args/block"));
        block.put("parentView", 0);
        block.set("parent", trace.header().get("genesis"));
        args(trace.get(index)).set("block", block);
        return index;
    }

    private static int otherLeader(TraceFile trace) {
        int index = trace.find(0, is("Propose").and(where("/args/block/view", 1)));
        ObjectNode propose = trace.get(index);
        int other = (propose.get("node").asInt() + 1) % 4;
        trace.get(index).put("node", other);
        return index;
    }

    private static int forged(TraceFile trace) {
        int index = trace.find(0, is("Receive").and(where("/args/message/kind", "propose")));
        ObjectNode receive = trace.get(index);
        int signer = receive.at("/args/message/signer").asInt();
        ObjectNode forged = trace.event(receive.get("node").asInt(), "Receive");
        args(forged).set(
                "message", message("finalize", signer, receive.at("/args/message/block")));
        trace.insert(index + 1, forged);
        return index + 1;
    }

    private static int otherNode(TraceFile trace) {
        int index = trace.find(0, is("Persist"));
        trace.get(index).put("node", (trace.get(index).get("node").asInt() + 1) % 4);
        return index;
    }

    private static int invented(TraceFile trace) {
        int index = trace.find(0, is("Restart"));
        ArrayNode kept = list(args(trace.get(index)), "kept");
        ObjectNode block = another(trace.get(index).at("/args/tip"));
        block.put("view", 1000);
        block.put("parentView", 999);
        kept.add(certificate("notarize", block));
        return index;
    }

    private static int tipAhead(TraceFile trace) {
        int index = trace.find(0, is("Restart"));
        ObjectNode restart = trace.get(index);
        // The node learns of one more final block, and stops before it commits it.
        int crash = trace.findBefore(index, is("Crash").and(of(restart)));
        int finalized = trace.findBefore(crash, holds("finalize").and(of(restart)));
        int commit = trace.find(finalized, is("Commit").and(of(restart)));
        if (commit > crash) {
            throw new IllegalStateException("the node does not commit before it stops");
        }
        trace.remove(commit);
        ObjectNode block = trace.get(finalized).at("/args/certificate/block").deepCopy();
        args(restart).set("tip", block);
        return index - 1;
    }
}
