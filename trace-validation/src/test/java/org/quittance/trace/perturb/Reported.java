package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.accepted;
import static org.quittance.trace.perturb.Edits.add;
import static org.quittance.trace.perturb.Edits.become;
import static org.quittance.trace.perturb.Edits.copy;
import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.has;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prices, evidence and stakes that are wrong. */
final class Reported {

    private static final String FROM = "market-validators";

    /** A round that ends with a price which must be confirmed. */
    private static final Predicate<ObjectNode> JUMP =
            is("CloseRound").and(where("/post/candidate", 0).negate());

    private Reported() {}

    static List<Perturbation> all() {
        return Stream.of(prices(), rounds(), evidence(), stakes()).flatMap(List::stream).toList();
    }

    private static List<Perturbation> prices() {
        return List.of(
                of("price-without-quorum", FROM, "a round is closed with too few reports",
                        become(first(is("KeepRound")), "CloseRound"), "CanCloseRound"),
                of("round-not-closed", FROM, "a round goes on though the reports are there",
                        become(first(is("CloseRound")), "KeepRound"), "CanKeepRound"),
                of("wrong-median", FROM, "the price is one of the reports, but not the median",
                        t -> {
                            int index = t.find(0, is("CloseRound"));
                            post(t.get(index)).set("price",
                                    t.get(t.find(0, is("Report"))).at("/args/price"));
                            return index;
                        },
                        "differs in price"),
                of("large-move-taken", FROM, "a large move is believed at once",
                        t -> {
                            int index = t.find(0, JUMP);
                            post(t.get(index)).set("price", post(t.get(index)).get("candidate"));
                            post(t.get(index)).put("candidate", 0);
                            return index;
                        },
                        "differs in price"),
                of("traded-while-unconfirmed", "market-expiry",
                        "an order is accepted while a price waits",
                        accepted("Place", "HALTED"), "HALTED"),
                of("outlier-not-counted", FROM, "a report that is far off is forgotten",
                        set(first(is("CloseRound").and(has("/post/outliers"))),
                                "/post/outliers", "{}"),
                        "differs in outliers"),
                of("reported-twice", FROM, "a validator changes its report",
                        accepted("Report", "ALREADY_REPORTED"), "ALREADY_REPORTED"),
                of("reported-ahead", FROM, "a report for a round that did not begin",
                        accepted("Report", "WRONG_ROUND"), "WRONG_ROUND"),
                of("jailed-reports", FROM, "a convicted validator reports",
                        accepted("Report", "JAILED"), "JAILED"));
    }

    private static List<Perturbation> rounds() {
        return List.of(
                of("round-for-ever", FROM, "a round that is too old goes on",
                        become(first(is("GiveUpRound")), "KeepRound"), "CanKeepRound"),
                of("round-given-up-too-early", FROM, "a round is given up that may still close",
                        become(first(is("KeepRound")), "GiveUpRound"), "CanGiveUpRound"),
                of("reports-outlive-their-round", FROM, "reports are kept when a round is given up",
                        set(first(is("GiveUpRound").and(has("/post/reports"))),
                                "/post/reports", "{}"),
                        "differs in reports"),
                of("round-starts-too-early", FROM, "a round begins with the one that was given up",
                        add(first(is("GiveUpRound")), "/post/roundStart", -1),
                        "differs in roundStart"));
    }

    private static List<Perturbation> evidence() {
        return List.of(
                of("evidence-used-twice", FROM, "the same evidence takes twice",
                        accepted("Slash", "ALREADY_USED"), "ALREADY_USED"),
                of("unbonding-spared", FROM, "evidence does not take of what is unbonding",
                        set(first(is("Slash").and(has("/post/unbonding"))),
                                "/post/unbonding", "{}"),
                        "differs in unbonding"),
                of("not-jailed", FROM, "a convicted validator goes free",
                        set(first(is("Slash")), "/post/jailed", "[]"), "differs in jailed"),
                of("jailed-joins", FROM, "a convicted validator joins again",
                        accepted("Join", "JAILED"), "JAILED"));
    }

    private static List<Perturbation> stakes() {
        return List.of(
                of("joined-with-too-little", FROM, "a validator joins with too little at stake",
                        accepted("Join", "INSUFFICIENT_STAKE"), "INSUFFICIENT_STAKE"),
                of("staked-anothers", FROM, "stake is put up for another's validator",
                        accepted("Stake", "NOT_OWNER"), "NOT_OWNER"),
                of("staked-without-cash", FROM, "more is staked than there is",
                        accepted("Stake", "INSUFFICIENT_CASH"), "INSUFFICIENT_CASH"),
                of("staked-from-nothing", FROM, "stake that no cash was given for",
                        add(first(is("Stake")), "/post/stake/0", 1), "differs in stake"),
                of("unstaked-too-much", FROM, "more is unstaked than there is",
                        accepted("Unstake", "INSUFFICIENT_STAKE"), "INSUFFICIENT_STAKE"),
                of("released-too-early", FROM, "unbonding stake comes back a block too early",
                        copy(first(is("ReleaseUnbonding")),
                                t -> t.findBefore(
                                        t.find(0, is("ReleaseUnbonding")), is("EndBlock"))),
                        "unbonding[v].due <= height"),
                of("released-too-late", FROM, "a block ends with unbonding stake that is due",
                        t -> {
                            int end = t.find(t.find(0, is("ReleaseUnbonding")), is("EndBlock"));
                            t.remove(end - 1);
                            return end - 1;
                        },
                        "CanReleaseUnbonding"),
                of("weights-not-renewed", FROM, "a new epoch has the old weights",
                        Reported::oldWeights, "differs in weight"));
    }

    private static int oldWeights(TraceFile trace) {
        JsonNode old = post(trace.get(trace.find(0, is("EndBlock")))).get("weight");
        int index = trace.find(0, is("EndBlock").and(e -> !e.at("/post/weight").equals(old)));
        post(trace.get(index)).set("weight", old.deepCopy());
        return index;
    }
}
