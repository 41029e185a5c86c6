package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Events.holds;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.list;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Allowed steps after which the state is not what the spec says: one for each field. */
final class Outcomes {

    private static final String DIFFERS = "the state after it differs in ";

    private Outcomes() {}

    static List<Perturbation> all() {
        return List.of(
                of("outcome-certificates", "calm", "a certificate is not among those held",
                        t -> change(t, holds("notarize"), p -> list(p, "certificates").remove(0)),
                        DIFFERS + "certificates", "{}"),
                of("outcome-view", "calm", "another view than the one entered",
                        t -> change(t, is("EnterView"), p -> p.put("view", 1)),
                        DIFFERS + "view", "the spec gives  2", "the trace says  1"),
                of("outcome-propose-pending", "calm", "a proposal is not in the queue",
                        t -> change(t, is("Propose"), p -> list(p, "pending").remove(0)),
                        DIFFERS + "pending", "IsPropose"),
                of("outcome-notarize-pending", "calm", "a notarize vote is not in the queue",
                        t -> change(t, is("Notarize"), p -> list(p, "pending").remove(0)),
                        DIFFERS + "pending", "IsNotarize"),
                of("outcome-finalize-pending", "calm", "a finalize vote is in the queue twice",
                        t -> change(t, is("Finalize"),
                                p -> list(p, "pending").add(list(p, "pending").get(0))),
                        DIFFERS + "pending", "IsFinalize"),
                of("outcome-nullify-pending", "crash", "a nullify vote for another view",
                        t -> change(t, is("Nullify"),
                                p -> ((ObjectNode) p.at("/pending/0")).put("view", 7)),
                        DIFFERS + "pending", "IsNullify"),
                of("outcome-persist-pending", "calm", "what was written is still in the queue",
                        t -> change(t, is("Persist"),
                                p -> list(p, "pending").add(list(p, "durable").get(0))),
                        DIFFERS + "pending", "IsPersist"),
                of("outcome-durable", "calm", "a vote in the log has another block",
                        t -> change(t, is("Persist"),
                                p -> ((ObjectNode) p.at("/durable/0"))
                                        .set("block", Events.another(p.at("/durable/0/block")))),
                        DIFFERS + "durable", "IsPersist"),
                of("outcome-committed", "calm", "another block than the path's last is the tip",
                        t -> change(t, is("Commit"),
                                p -> p.set("committed", Events.another(p.get("committed")))),
                        DIFFERS + "committed", "IsCommit"),
                of("outcome-crash-up", "crash", "a node that stopped is running",
                        t -> change(t, is("Crash"), p -> p.put("up", true)),
                        DIFFERS + "up", "FALSE", "TRUE"),
                of("outcome-restart-up", "crash", "a node that came back is not running",
                        t -> change(t, is("Restart"), p -> p.put("up", false)),
                        DIFFERS + "up", "FALSE", "TRUE"),
                of("outcome-restart-view", "crash", "a node does not begin in view 1",
                        t -> change(t, is("Restart"), p -> p.put("view", 2)),
                        DIFFERS + "view", "the spec gives  1"),
                of("outcome-restart-committed", "crash", "the tip is not what was committed",
                        t -> change(t, is("Restart"),
                                p -> p.set("committed", Events.another(p.get("committed")))),
                        DIFFERS + "committed", "IsRestart"),
                of("outcome-restart-pending", "crash", "a node comes back with a queue",
                        t -> change(t, is("Restart"),
                                p -> list(p, "pending").add(list(p, "durable").get(0))),
                        DIFFERS + "pending", "IsRestart"),
                of("outcome-restart-durable", "crash", "a node forgot a vote that it wrote",
                        t -> change(t, is("Restart"), p -> list(p, "durable").remove(0)),
                        DIFFERS + "durable", "IsRestart"));
    }

    private static int change(
            TraceFile trace, Predicate<ObjectNode> which, Consumer<ObjectNode> change) {
        int index = trace.find(0, which);
        change.accept(post(trace.get(index)));
        return index;
    }
}
