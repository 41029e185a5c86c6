package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.accepted;
import static org.quittance.trace.perturb.Edits.add;
import static org.quittance.trace.perturb.Edits.after;
import static org.quittance.trace.perturb.Edits.become;
import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.has;
import static org.quittance.trace.perturb.Edits.refused;
import static org.quittance.trace.perturb.Edits.refusedInstead;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Edits.without;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Perturbation.of;

import java.util.List;
import java.util.stream.Stream;

/**
 * Orders that are accepted, refused or matched wrongly. In the first fill account 7 buys two
 * contracts at 11 of account 5, whose order 2 is the earlier of two at that price.
 */
final class Traded {

    private static final String BOOK = "market-book";
    private static final String LARGE = "market-large-book";

    private Traded() {}

    static List<Perturbation> all() {
        return Stream.of(fills(), orders(), commands(), hidden()).flatMap(List::stream).toList();
    }

    private static List<Perturbation> fills() {
        return List.of(
                of("fill-out-of-price-priority", BOOK, "a fill with a worse price than the best",
                        set(first(is("Fill")), "/args/maker", "1"), "IsNext"),
                of("fill-out-of-time-priority", BOOK, "a fill with the later of two equal orders",
                        set(first(is("Fill")), "/args/maker", "3"), "IsNext"),
                of("fill-larger-than-maker", BOOK, "a fill of more than the maker has left",
                        add(first(is("Fill")), "/post/cash/5", 11, "/post/cash/7", -11,
                                "/post/position/5/1", -1, "/post/position/7/1", 1,
                                "/post/taker/quantity", -1),
                        "differs in cash"),
                of("fill-larger-in-contracts", BOOK, "a fill of one contract too many, at no price",
                        add(first(is("Fill")),
                                "/post/position/5/1", -1, "/post/position/7/1", 1),
                        "differs in position"),
                of("fill-at-takers-price", BOOK, "a fill at the taker's limit, not at the maker's",
                        add(first(is("Fill")), "/post/cash/5", 2, "/post/cash/7", -2),
                        "differs in cash"),
                of("fill-leaves-maker", BOOK, "a filled order still rests",
                        set(first(is("Fill")), "/post/orders", "{}"), "differs in orders"),
                of("fill-off-by-one-in-large", LARGE, "a seller gets a unit more, beside 2^54",
                        add(first(is("Fill").and(has("/post/cash/4"))), "/post/cash/4", 1),
                        "differs in cash"),
                of("maker-not-evicted", BOOK, "a fill with a maker that has no collateral for it",
                        become(first(is("Evict")), "Fill"), "MakerPasses"),
                of("maker-evicted", BOOK, "a maker is evicted that has collateral",
                        become(first(is("Fill")), "Evict"), "MakerPasses"),
                of("rests-though-immediate", BOOK, "an order rests that must trade at once or not",
                        become(first(is("Expire")), "Rest"), "taker.kind"));
    }

    private static List<Perturbation> orders() {
        return List.of(
                placed("margin-not-checked", "INSUFFICIENT_COLLATERAL"),
                placed("cash-not-checked", "INSUFFICIENT_CASH"),
                placed("self-trade-accepted", "SELF_TRADE"),
                placed("post-only-crosses", "WOULD_CROSS"),
                placed("position-limit-passed", "POSITION_LIMIT"),
                placed("order-out-of-range", "NOT_IN_RANGE"),
                placed("order-for-unknown-series", "UNKNOWN_SERIES"),
                placed("too-many-orders", "TOO_MANY"),
                placed("traded-without-price", "STALE_PRICE"),
                placed("traded-while-paused", "HALTED"));
    }

    private static Perturbation placed(String name, String reason) {
        return of(name, BOOK, "an order is accepted that must be refused: " + reason,
                accepted("Place", reason), reason);
    }

    private static List<Perturbation> commands() {
        return List.of(
                of("refused-for-another-reason", BOOK, "a reason is given that comes later",
                        set(first(refused("Place", "SELF_TRADE")),
                                "/args/reason", "'POSITION_LIMIT'"),
                        "SELF_TRADE"),
                of("refused-though-acceptable", BOOK, "an order is refused that must be accepted",
                        refusedInstead("Place", "STALE_PRICE"), "ACCEPTED"),
                of("nonce-not-used-up", BOOK, "a refused command can be executed later",
                        set(first(refused("Place", "SELF_TRADE")), "/post/nonce", "{}"),
                        "differs in nonce"),
                of("nonce-used-up-by-anyone", BOOK, "a command with a wrong nonce uses one up",
                        set(first(refused("Cancel", "WRONG_NONCE")), "/post/nonce", "{'4':7}"),
                        "differs in nonce"),
                of("cancelled-by-another", BOOK, "an order is cancelled by who doesn't own it",
                        accepted("Cancel", "NOT_OWNER"), "NOT_OWNER"),
                of("listed-twice", BOOK, "a group is listed a second time",
                        accepted("ListGroup", "ALREADY_LISTED"), "ALREADY_LISTED"),
                of("paused-by-one-governor", BOOK, "trading is paused without a quorum",
                        accepted("Pause", "NOT_ENOUGH_SIGNERS"), "NOT_ENOUGH_SIGNERS"));
    }

    private static List<Perturbation> hidden() {
        return List.of(
                of("hidden-change-of-cash", BOOK, "cash changed and no event tells",
                        add(after(is("Fill"), is("EndBlock")), "/post/cash/5", 1),
                        "differs in cash"),
                of("hidden-change-of-nonce", BOOK, "a nonce changed and no event tells",
                        add(after(is("Fill"), is("EndBlock")), "/post/nonce/7", 1),
                        "differs in nonce"),
                of("hidden-order", BOOK, "an order is gone and no event tells",
                        set(after(is("Fill"), is("EndBlock")), "/post/orders", "{}"),
                        "differs in orders"),
                of("phase-skipped", BOOK, "a block goes on without looking for what expired",
                        without(first(is("EndExpiry")), is("EndLiquidation")), "phase"),
                of("oracle-skipped", BOOK, "a block goes on without looking at the reports",
                        without(first(is("CloseRound")), is("EndExpiry")), "phase"));
    }
}
