package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.accepted;
import static org.quittance.trace.perturb.Edits.add;
import static org.quittance.trace.perturb.Edits.after;
import static org.quittance.trace.perturb.Edits.copy;
import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.has;
import static org.quittance.trace.perturb.Edits.outcome;
import static org.quittance.trace.perturb.Edits.refused;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Edits.twice;
import static org.quittance.trace.perturb.Edits.without;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Groups that expire or are settled wrongly. Of group 1 the accounts 0 and 4 owe more than they
 * have to 5, 6, 7 and 8, and the fund is too small; of group 2 account 6 owes account 5 for a put.
 */
final class Cleared {

    private static final String EXPIRY = "market-expiry";
    private static final String LARGE = "market-large-expiry";

    /** Contracts in a lot of the large market. */
    private static final long LOT = 20_000_003;

    private static final Predicate<ObjectNode> DEFAULTS =
            is("SettleGroup").and(where("/args/group", 1));
    private static final Predicate<ObjectNode> PAYS =
            is("SettleGroup").and(where("/args/group", 2));

    private Cleared() {}

    static List<Perturbation> all() {
        return Stream.of(payoffs(), defaults(), times(), slashed())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Perturbation> payoffs() {
        return List.of(
                of("payoff-off-by-one", EXPIRY, "a contract pays a unit too much",
                        add(first(PAYS), "/post/cash/5", 1, "/post/cash/6", -1),
                        "differs in cash"),
                of("payoff-off-by-one-in-large", LARGE, "a unit too much is paid, beside 2^52",
                        add(first(PAYS), "/post/cash/5", 1, "/post/cash/6", -1),
                        "differs in cash"),
                of("settled-at-last-price", LARGE, "the last price decides, not the mean",
                        add(first(PAYS), "/post/cash/5", -LOT, "/post/cash/6", LOT),
                        "differs in cash"),
                of("position-left", EXPIRY, "a settled position is still there",
                        t -> {
                            int index = t.find(0, PAYS);
                            ((ObjectNode) post(t.get(index)).get("position")).remove("6");
                            return index;
                        },
                        "differs in position"));
    }

    private static List<Perturbation> defaults() {
        return List.of(
                of("haircut-while-fund-is-there", EXPIRY, "a creditor loses what the fund has",
                        add(first(DEFAULTS), "/post/cash/6", -1, "/post/insuranceFund", 1),
                        "differs in cash"),
                of("debtor-keeps-cash", EXPIRY, "a creditor loses what a debtor has",
                        add(first(DEFAULTS), "/post/cash/6", -1, "/post/cash/4", 1),
                        "differs in cash"),
                of("debtors-stake-spared", EXPIRY, "a debtor keeps its stake",
                        set(first(DEFAULTS), "/post/stake", "{}"), "differs in stake"),
                of("pending-withdrawal-spared", EXPIRY, "a debtor keeps what it asked for before",
                        set(first(DEFAULTS.and(has("/post/withdrawals"))),
                                "/post/withdrawals", "{}"),
                        "differs in withdrawals"),
                of("paid-while-flagged", EXPIRY, "a withdrawal is paid to who lacks margin",
                        Cleared::paid, "FLAGGED"),
                of("fund-not-drawn-in-large", LARGE, "a unit stays in the fund",
                        add(first(DEFAULTS), "/post/insuranceFund", 1),
                        "differs in insuranceFund"),
                of("remainder-to-another-creditor", EXPIRY, "the odd unit goes to the wrong one",
                        add(first(DEFAULTS), "/post/cash/5", -1, "/post/cash/8", 1),
                        "differs in cash"),
                of("remainder-to-another-in-large", LARGE, "the odd unit goes to the wrong one",
                        add(first(DEFAULTS), "/post/cash/6", -1, "/post/cash/8", 1),
                        "differs in cash"),
                of("hidden-change-beyond-2-57", LARGE,
                        "a unit more, beside 2^57, of which no event tells",
                        add(first(is("EndBlock")), "/post/cash/8", 1), "differs in cash"));
    }

    /** The withdrawal that is refused is executed. There is no other whose outcome could be had. */
    private static int paid(TraceFile trace) {
        int index = trace.find(0, refused("ExecuteWithdrawal", "FLAGGED"));
        ObjectNode event = trace.event(trace.get(index).get("node").asInt(), "ExecuteWithdrawal");
        args(event).set("withdrawal", trace.get(index).at("/args/command/withdrawal"));
        post(event).set("withdrawals", outcome(trace, "RequestWithdrawal").get("withdrawals"));
        post(event).put("externalOut", 0);
        trace.remove(index);
        trace.insert(index, event);
        return index;
    }

    private static List<Perturbation> times() {
        return List.of(
                of("settled-twice", EXPIRY, "a group is settled a second time",
                        twice(first(DEFAULTS)), "CanSettleGroup"),
                of("settled-out-of-order", EXPIRY, "the second group is settled before the first",
                        without(first(DEFAULTS), PAYS), "IsFirstDue"),
                of("settled-too-early", EXPIRY, "a group is settled before all prices are there",
                        copy(first(DEFAULTS), after(is("ExpireGroup"), is("EndExpiry"))),
                        "HasSettlementPrice"),
                of("order-for-expired", EXPIRY, "an order of an expired group still rests",
                        set(first(is("ExpireGroup").and(has("/post/orders"))),
                                "/post/orders", "{}"),
                        "differs in orders"),
                of("price-not-observed", EXPIRY, "a group does not see the price",
                        set(first(is("CloseRound").and(has("/post/groups/2"))),
                                "/post/groups/2/observed", "[]"),
                        "differs in groups"),
                of("traded-after-expiry", EXPIRY, "an order for a group that has expired",
                        accepted("Place", "GROUP_NOT_LIVE"), "GROUP_NOT_LIVE"));
    }

    private static List<Perturbation> slashed() {
        return List.of(
                of("slashed-amount-lost", EXPIRY, "what was slashed does not reach the fund",
                        set(first(is("Slash")), "/post/insuranceFund", "0"),
                        "differs in insuranceFund"),
                of("slashed-too-little", EXPIRY, "what is slashed is rounded down",
                        add(first(is("Slash")), "/post/stake/1", 1, "/post/insuranceFund", -1),
                        "differs in stake"),
                of("slashed-too-little-in-large", LARGE, "what is slashed is rounded down",
                        add(first(is("Slash")), "/post/stake/1", 1, "/post/insuranceFund", -1),
                        "differs in stake"));
    }
}
