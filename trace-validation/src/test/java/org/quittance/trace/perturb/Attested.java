package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.json;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Edits.twice;
import static org.quittance.trace.perturb.Edits.without;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.list;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Replicas that execute, attest, send or stop wrongly. */
final class Attested {

    private static final String CALM = "system-calm";
    private static final String DIVERGED = "system-diverged";
    private static final String CRASH = "system-crash";
    private static final String TWO = "system-two-roots";
    private static final String DIGEST = "e".repeat(64);
    private static final String OTHER = "'" + DIGEST + "'";

    private static final Predicate<ObjectNode> SECOND =
            is("Execute").and(where("/args/height", 2));

    private Attested() {}

    static List<Perturbation> all() {
        return Stream.of(quittances(), attestations(), executions(), sent(), stopped())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Perturbation> quittances() {
        return List.of(
                of("quittance-below-quorum", CALM, "a quittance of too few",
                        t -> {
                            int index = t.find(0, is("FormQuittance"));
                            list(args(t.get(index)), "signers").remove(0);
                            return index;
                        },
                        "IsQuorum"),
                of("quittance-nobody-attested", CALM, "a quittance of a root that nobody attested",
                        t -> otherRoot(t, "FormQuittance", "held"), "IsQuittance"),
                of("quittance-not-heard", CALM, "a quittance counts what was not received",
                        t -> {
                            int quits = t.find(0, is("FormQuittance"));
                            int heard = t.findBefore(quits, is("ReceiveAttestation")
                                    .and(Events.of(t.get(quits)))
                                    .and(where("/args/attestation/height",
                                            t.get(quits).at("/args/height"))));
                            t.remove(heard);
                            return quits - 1;
                        },
                        "KnowsAll"),
                of("ordered-with-no-quittance", CALM, "a block carries a quittance that nobody has",
                        t -> {
                            int index = ordered(t, 1);
                            args(t.get(index)).put("quitted", 1);
                            return index;
                        },
                        "block.quitted \\in DOMAIN quittances"),
                of("ordered-too-far-ahead", CALM, "blocks are ordered though quittances lag",
                        t -> ordered(t, 1 + t.header().at("/parameters/MaxLag").asInt()),
                        "MaxLag"));
    }

    /** Orders so many blocks after the first one before there is a quittance. */
    private static int ordered(TraceFile trace, int blocks) {
        int index = trace.find(0, is("FormQuittance"));
        ObjectNode second = trace.get(trace.find(index, is("Order")));
        for (int k = 0; k < blocks; k++) {
            ObjectNode order = second.deepCopy();
            args(order).put("height", 2 + k);
            trace.insert(index + k, order);
        }
        return index + blocks - 1;
    }

    private static List<Perturbation> attestations() {
        return List.of(
                of("attested-before-executed", CALM, "a root is attested that was not computed",
                        without(first(is("Execute")), is("Attest")), "CanAttest"),
                of("attested-another-root", CALM, "another root is attested than was computed",
                        t -> otherRoot(t, "Attest", "signed"), "r = root[i][h]"),
                of("attested-again-after-restart", CRASH, "a root is signed again after a restart",
                        Attested::again, "h \\notin DOMAIN signed[i]"),
                of("attestation-forged", CALM, "a correct replica is said to attest another root",
                        set(first(is("ReceiveAttestation")), "/args/attestation/root", OTHER),
                        "m.signer \\in Honest => m \\in attestations"),
                of("own-attestation-received", TWO, "a replica receives its own attestation",
                        t -> {
                            int index = t.find(0, is("ReceiveAttestation"));
                            ((ObjectNode) t.get(index).at("/args/attestation"))
                                    .set("signer", t.get(index).get("node"));
                            return index;
                        },
                        "m.signer /= i"));
    }

    private static List<Perturbation> executions() {
        return List.of(
                of("executed-twice", CALM, "a block is executed a second time",
                        twice(first(is("Execute"))), "h = executed[i] + 1"),
                of("executed-out-of-order", CALM, "a block is executed before the one before it",
                        t -> {
                            int second = t.find(0, SECOND);
                            int one = t.find(0, is("Execute").and(Events.of(t.get(second))));
                            t.get(one).set("args", args(t.get(second)).deepCopy());
                            t.get(one).set("post", post(t.get(second)).deepCopy());
                            return one;
                        },
                        "h = executed[i] + 1"),
                of("executed-another-block", CALM, "another block is executed than is ordered",
                        set(first(is("Execute")), "/args/command", OTHER),
                        "chain[e.args.height]"),
                of("executed-to-another-root", CALM, "two correct replicas compute two roots",
                        set(t -> t.find(t.find(0, is("Execute")) + 1, is("Execute")),
                                "/args/root", OTHER),
                        "outcome[h]"));
    }

    private static List<Perturbation> sent() {
        return List.of(
                of("sent-what-is-not-signed", CALM, "an attestation is sent that was not signed",
                        t -> {
                            int signs = t.find(0, is("Attest"));
                            ObjectNode removed = t.remove(signs);
                            return t.find(signs, is("Send").and(Events.of(removed)));
                        },
                        "h \\in DOMAIN signed[i]"),
                of("sent-before-durable", CALM, "others receive what was not written before",
                        t -> {
                            ObjectNode write = t.remove(t.find(0, is("Send")));
                            return t.find(0, is("ReceiveAttestation")
                                    .and(where("/args/attestation/signer", write.get("node"))));
                        },
                        "m.signer \\in Honest => m \\in attestations"),
                of("sent-twice", CALM, "an attestation is written a second time",
                        twice(first(is("Send"))), "h \\notin DOMAIN durable[i]"));
    }

    private static List<Perturbation> stopped() {
        return List.of(
                of("goes-on-after-divergence", DIVERGED, "a replica that diverged attests",
                        t -> {
                            int index = t.find(0, is("Stop"));
                            ObjectNode signs = t.get(
                                    t.findBefore(index, is("Attest").and(Events.of(t.get(index)))));
                            t.get(index).put("action", "Attest");
                            t.get(index).set("args", args(signs).deepCopy());
                            t.get(index).set("post", post(signs).deepCopy());
                            return index;
                        },
                        "IsRunning"),
                of("divergence-not-noticed", DIVERGED, "a quittance of another root passes unseen",
                        t -> {
                            int index = t.find(0, e -> e.at("/post/diverged").asInt() > 0);
                            post(t.get(index)).put("diverged", 0);
                            return index;
                        },
                        "differs in diverged"),
                of("stops-without-cause", CALM, "a replica stops that holds no other root",
                        t -> {
                            int index = t.find(0, is("FormQuittance")) + 1;
                            ObjectNode stop =
                                    t.event(t.get(index - 1).get("node").asInt(), "Stop");
                            args(stop).set("height", t.get(index - 1).at("/args/height"));
                            post(stop).put("stopped", true);
                            t.insert(index, stop);
                            return index;
                        },
                        "CanStop"),
                of("restarts-ahead", CRASH, "a replica restarts with blocks that it never executed",
                        set(first(is("Restart")), "/args/kept", "9", "/post/executed", "9"),
                        "kept <= executed[i]"),
                of("restarts-while-up", CRASH, "a replica restarts that did not stop",
                        without(first(is("Crash")), is("Restart")), "CanRestart"));
    }

    private static int otherRoot(TraceFile trace, String action, String variable) {
        int index = trace.find(0, is(action));
        String height = args(trace.get(index)).get("height").asText();
        args(trace.get(index)).put("root", DIGEST);
        post(trace.get(index)).set(variable, json("{'" + height + "':" + OTHER + "}"));
        return index;
    }

    /** A replica executes a block again that it wrote an attestation of, and signs it once more. */
    private static int again(TraceFile trace) {
        int restart = trace.find(0, is("Restart"));
        int index = trace.find(restart, is("Execute").and(Events.of(trace.get(restart)))
                .and(e -> isWritten(trace, restart, e)));
        ObjectNode execute = trace.get(index);
        ObjectNode signs = trace.event(execute.get("node").asInt(), "Attest");
        String height = args(execute).get("height").asText();
        args(signs).set("height", args(execute).get("height"));
        args(signs).set("root", args(execute).get("root"));
        signs.set("post", json("{'signed':{'" + height + "':" + args(execute).get("root") + "}}"));
        trace.insert(index + 1, signs);
        return index + 1;
    }

    private static boolean isWritten(TraceFile trace, int before, ObjectNode execute) {
        String height = args(execute).get("height").asText();
        for (int k = 0; k < before; k++) {
            ObjectNode event = trace.get(k);
            if (Events.of(execute).test(event) && event.at("/post/durable").has(height)) {
                return true;
            }
        }
        return false;
    }
}
