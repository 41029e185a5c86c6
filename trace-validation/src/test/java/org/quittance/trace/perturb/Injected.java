package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Events.another;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.message;
import static org.quittance.trace.perturb.Events.of;
import static org.quittance.trace.perturb.Events.plus;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Steps that a faulty validator would take when a Byzantine leader tempts it, or by itself. In the
 * run "equivocation" validator 3 is Byzantine and leads view 1.
 */
final class Injected {

    private static final int LEADER = 3;

    private Injected() {}

    static List<Perturbation> all() {
        return List.of(
                of("notarize-invalid-block", "equivocation", "a vote for an invalid block",
                        t -> tempt(t, b -> b.put("valid", false)), "b.valid", "CanNotarize"),
                of("notarize-without-parent", "equivocation",
                        "a vote for a block whose parent is not notarized",
                        t -> tempt(t, b -> b.put("parent", "d".repeat(64))),
                        "ExtendsNotarized", "IsParent(c.block, b)"),
                of("notarize-over-a-gap", "twin",
                        "a vote for a block that skips a view not nullified",
                        Injected::gap, "ExtendsNotarized", "Nullification(v)"),
                of("notarize-by-who-does-not-lead", "equivocation",
                        "a vote for a block that another than the leader proposed",
                        Injected::wrongLeader, "Proposal(Leader[b.view], b) \\in messages"),
                of("finalize-after-equivocation", "equivocation",
                        "a finalize vote in spite of a second proposal",
                        Injected::equivocation, "SawNoEquivocation"),
                of("finalize-after-nullify", "calm", "a finalize vote in a view that was given up",
                        t -> nullifyAnd(t, true), "~HasSigned(i, b.view, \"nullify\")"),
                of("nullify-after-finalize", "calm", "a view is given up after a vote to finalize",
                        t -> nullifyAnd(t, false), "~HasSigned(i, v, \"finalize\")"),
                of("notarize-after-nullify", "calm", "a notarize vote in a view that was given up",
                        Injected::notarizeGivenUp, "~HasSigned(i, b.view, \"nullify\")"),
                of("malformed-block-accepted", "equivocation",
                        "a proposal whose parent is not earlier is accepted",
                        Injected::illFormed, "IsWellFormed", "b.parentView < b.view"),
                of("propose-twice", "calm", "a leader proposes a second block",
                        Injected::proposeTwice, "~HasSigned(i, b.view, \"propose\")"),
                of("finalize-twice", "calm", "a second finalize vote in one view",
                        Injected::finalizeTwice, "~HasSigned(i, b.view, \"finalize\")"),
                of("nullify-twice", "crash", "a view is given up a second time",
                        Injected::nullifyTwice, "~HasSigned(i, v, \"nullify\")"));
    }

    private interface BlockEdit {
        void apply(ObjectNode block);
    }

    /** The Byzantine leader's first proposal, received by somebody. */
    private static int proposal(TraceFile trace) {
        return trace.find(0, is("Receive").and(where("/args/message/kind", "propose"))
                .and(where("/args/message/signer", LEADER)));
    }

    /** The leader proposes something else, and the node votes for it. */
    private static int tempt(TraceFile trace, BlockEdit edit) {
        int receive = proposal(trace);
        ObjectNode block = another(trace.get(receive).at("/args/message/block"));
        edit.apply(block);
        ((ObjectNode) args(trace.get(receive)).get("message")).set("block", block);
        int node = trace.get(receive).get("node").asInt();
        trace.insert(receive + 1, signing(trace, "Notarize", "notarize", node, block, receive));
        return receive + 1;
    }

    private static ObjectNode signing(
            TraceFile trace, String action, String kind, int node, JsonNode block, int index) {
        ObjectNode event = trace.event(node, action);
        args(event).set("block", block);
        post(event).set(
                "pending", plus(trace.pending(node, index + 1), message(kind, node, block)));
        return event;
    }

    /** A Byzantine leader proposes a block on genesis in view 2, and view 1 was not nullified. */
    private static int gap(TraceFile trace) {
        int entered = trace.find(0, is("EnterView").and(where("/args/view", 2)));
        int node = trace.get(entered).get("node").asInt();
        int propose = trace.find(0, is("Receive").and(where("/args/message/kind", "propose"))
                .and(where("/args/message/view", 2)));
        JsonNode real = trace.get(propose).at("/args/message");
        ObjectNode block = another(real.get("block"));
        block.put("parentView", 0);
        block.set("parent", trace.header().get("genesis"));
        ObjectNode proposed = trace.event(node, "Receive");
        args(proposed).set("message", message("propose", real.get("signer").asInt(), block));
        trace.insert(entered + 1, proposed);
        trace.insert(entered + 2, signing(trace, "Notarize", "notarize", node, block, entered));
        return entered + 2;
    }

    /** In view 2 the Byzantine validator does not lead, and proposes all the same. */
    private static int wrongLeader(TraceFile trace) {
        int propose = trace.find(0, is("Propose"));
        ObjectNode leader = trace.get(propose);
        JsonNode real = leader.at("/args/block");
        int entered = trace.find(0, is("EnterView").and(where("/args/view", real.get("view")))
                .and(of(leader).negate()));
        int node = trace.get(entered).get("node").asInt();
        ObjectNode block = another(real);
        ObjectNode proposed = trace.event(node, "Receive");
        args(proposed).set("message", message("propose", LEADER, block));
        trace.insert(entered + 1, proposed);
        trace.insert(entered + 2, signing(trace, "Notarize", "notarize", node, block, entered));
        return entered + 2;
    }

    private static int equivocation(TraceFile trace) {
        int index = trace.find(0, is("Finalize").and(e -> trace.findBefore(trace.size(),
                is("Receive").and(where("/args/message/kind", "propose"))
                        .and(where("/args/message/view", e.at("/args/block/view")))) >= 0
                && leads(trace, e.at("/args/block/view").asInt())));
        ObjectNode finalize = trace.get(index);
        ObjectNode second = trace.event(finalize.get("node").asInt(), "Receive");
        args(second).set(
                "message", message("propose", LEADER, another(finalize.at("/args/block"))));
        trace.insert(index, second);
        return index + 1;
    }

    private static boolean leads(TraceFile trace, int view) {
        for (int k = 0; k < trace.size(); k++) {
            JsonNode message = trace.get(k).at("/args/message");
            if (message.path("kind").asText().equals("propose")
                    && message.get("signer").asInt() == LEADER
                    && message.get("view").asInt() == view) {
                return true;
            }
        }
        return false;
    }

    /** Both votes at the moment at which the view's notarization is held and it is current. */
    private static int nullifyAnd(TraceFile trace, boolean nullifyFirst) {
        int index = trace.find(0, Events.holds("notarize"));
        ObjectNode hold = trace.get(index);
        int node = hold.get("node").asInt();
        JsonNode block = hold.at("/args/certificate/block");
        for (int k = 1; k <= 2; k++) {
            ObjectNode vote = nullifyFirst == (k == 1)
                    ? nullify(trace, node, block.get("view").asInt(), index + k - 1)
                    : signing(trace, "Finalize", "finalize", node, block, index + k - 1);
            trace.insert(index + k, vote);
        }
        return index + 2;
    }

    private static ObjectNode nullify(TraceFile trace, int node, int view, int index) {
        ObjectNode event = trace.event(node, "Nullify");
        args(event).put("view", view);
        ObjectNode message = trace.header().objectNode();
        message.put("kind", "nullify");
        message.put("signer", node);
        message.put("view", view);
        post(event).set("pending", plus(trace.pending(node, index + 1), message));
        return event;
    }

    private static int notarizeGivenUp(TraceFile trace) {
        int index = trace.find(0, is("Notarize"));
        ObjectNode notarize = trace.get(index);
        trace.insert(index, nullify(trace, notarize.get("node").asInt(),
                notarize.at("/args/block/view").asInt(), index - 1));
        return index + 1;
    }

    private static int illFormed(TraceFile trace) {
        int receive = proposal(trace);
        ObjectNode block = another(trace.get(receive).at("/args/message/block"));
        block.put("parentView", 5);
        ((ObjectNode) args(trace.get(receive)).get("message")).set("block", block);
        return receive;
    }

    private static int proposeTwice(TraceFile trace) {
        int index = trace.find(0, is("Propose"));
        ObjectNode propose = trace.get(index);
        int node = propose.get("node").asInt();
        trace.insert(index + 1, signing(trace, "Propose", "propose", node,
                another(propose.at("/args/block")), index));
        return index + 1;
    }

    private static int finalizeTwice(TraceFile trace) {
        int index = trace.find(0, is("Finalize"));
        ObjectNode finalize = trace.get(index);
        int node = finalize.get("node").asInt();
        trace.insert(index + 1, signing(trace, "Finalize", "finalize", node,
                finalize.at("/args/block"), index));
        return index + 1;
    }

    private static int nullifyTwice(TraceFile trace) {
        int index = trace.find(0, is("Nullify"));
        trace.insert(index + 1, trace.get(index).deepCopy());
        return index + 1;
    }
}
