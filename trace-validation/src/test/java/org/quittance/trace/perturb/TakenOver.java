package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.json;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Edits.twice;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Replicas that take over a state as none may. */
final class TakenOver {

    private static final String TAKEOVER = "system-takeover";
    private static final String OTHER = "'" + "e".repeat(64) + "'";

    private TakenOver() {}

    static List<Perturbation> all() {
        return List.of(
                of("taken-over-unquitted", TAKEOVER, "a state is taken over without a quittance",
                        t -> {
                            int index = t.find(0, is("InstallSnapshot"));
                            t.remove(t.findBefore(index, is("ReceiveQuittance")
                                    .and(Events.of(t.get(index)))));
                            return index - 1;
                        },
                        "h \\in DOMAIN held[i]"),
                of("taken-over-another-root", TAKEOVER,
                        "a state is taken over that has another root than the quittance",
                        set(first(is("InstallSnapshot")), "/args/root", OTHER), "r = held[i][h]"),
                of("taken-over-another-block", TAKEOVER,
                        "a state is taken over as that of another block",
                        set(first(is("InstallSnapshot")), "/args/command", OTHER),
                        "chain[e.args.height]"),
                of("taken-over-again", TAKEOVER, "a state is taken over that is no later",
                        twice(first(is("InstallSnapshot"))), "h > executed[i]"),
                of("taken-over-and-attested", TAKEOVER,
                        "a replica attests a height that it took over",
                        TakenOver::attested, "h \\in DOMAIN root[i]"));
    }

    private static int attested(TraceFile trace) {
        int index = trace.find(0, is("InstallSnapshot"));
        ObjectNode taken = trace.get(index);
        ObjectNode signs = trace.event(taken.get("node").asInt(), "Attest");
        args(signs).set("height", args(taken).get("height"));
        args(signs).set("root", args(taken).get("root"));
        signs.set("post", json("{'signed':{'" + args(taken).get("height").asText() + "':"
                + args(taken).get("root") + "}}"));
        trace.insert(index + 1, signs);
        return index + 1;
    }
}
