package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Edits.accepted;
import static org.quittance.trace.perturb.Edits.add;
import static org.quittance.trace.perturb.Edits.first;
import static org.quittance.trace.perturb.Edits.outcome;
import static org.quittance.trace.perturb.Edits.set;
import static org.quittance.trace.perturb.Edits.swap;
import static org.quittance.trace.perturb.Edits.without;
import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.where;
import static org.quittance.trace.perturb.Perturbation.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Accounts that are flagged, taken over or closed out wrongly. Account 8 takes account 6 over;
 * account 4 is closed out against 5 and 7, which have equally much before.
 */
final class Liquidated {

    private static final String FROM = "market-liquidation";

    /** An account that never lacks collateral. */
    private static final int SOUND = 5;

    private Liquidated() {}

    static List<Perturbation> all() {
        return Stream.of(flags(), takeovers(), closings()).flatMap(List::stream).toList();
    }

    private static List<Perturbation> flags() {
        return List.of(
                of("flag-missed", FROM, "the last account that lacks collateral is passed over",
                        t -> {
                            int end = t.find(t.find(0, is("Flag")), is("EndLiquidation"));
                            t.remove(end - 1);
                            return end - 1;
                        },
                        "NeedsStep"),
                of("sweep-out-of-order", FROM, "a later account is flagged before an earlier one",
                        without(first(is("Flag")), is("Flag")), "IsSweptUpTo"),
                of("flagged-keeps-orders", FROM, "an order of a flagged account still rests",
                        set(first(is("Flag")), "/post/orders", "{}"), "differs in orders"),
                of("flagged-without-need", FROM, "an account with collateral is flagged",
                        t -> {
                            int index = t.find(0, is("Flag"));
                            ObjectNode flag = t.event(t.get(index).get("node").asInt(), "Flag");
                            args(flag).put("account", SOUND);
                            flag.set("post", outcome(t, "Flag"));
                            t.insert(index, flag);
                            return index;
                        },
                        "CanFlag"),
                of("unflag-missed", FROM, "an account stays flagged that has collateral again",
                        without(first(is("Unflag")), is("EndLiquidation")), "NeedsStep"),
                of("flagged-trades", FROM, "an account trades that is flagged",
                        accepted("Place", "FLAGGED"), "FLAGGED"));
    }

    private static List<Perturbation> takeovers() {
        return List.of(
                takenOver("takeover-without-collateral", "INSUFFICIENT_COLLATERAL"),
                takenOver("takeover-too-late", "TAKEOVER_OVER"),
                takenOver("takeover-of-the-sound", "NOT_FLAGGED"),
                takenOver("takeover-of-itself", "NOT_IN_RANGE"),
                takenOver("takeover-past-the-limit", "POSITION_LIMIT"),
                takenOver("takeover-by-the-flagged", "FLAGGED"),
                takenOver("acted-on-stale-price", "STALE_PRICE"),
                of("bounty-off-by-one", FROM, "a bounty is rounded up",
                        add(first(is("Takeover")), "/post/cash/8", 1, "/post/cash/6", -1),
                        "differs in cash"),
                of("taken-for-nothing", FROM, "who is taken over is not paid for what it holds",
                        unpaid(), "differs in cash"),
                of("takeover-keeps-flag", FROM, "an account stays flagged when it is taken over",
                        set(first(is("Takeover")), "/post/flagged", "{}"), "differs in flagged"));
    }

    /** Takes back what account 8 pays account 11 for a contract at 108 with the strike 100. */
    private static Perturbation.Edit unpaid() {
        return add(first(is("Takeover").and(where("/args/target", 11))),
                "/post/cash/8", 8, "/post/cash/11", -8);
    }

    private static Perturbation takenOver(String name, String reason) {
        return of(name, FROM, "a takeover is accepted that must be refused: " + reason,
                accepted("Takeover", reason), reason);
    }

    private static List<Perturbation> closings() {
        return List.of(
                of("deleverage-of-another", FROM, "another counterparty is asked first",
                        swap(first(is("Deleverage")), "5", "7", "/post/cash", "/post/position"),
                        "Deleverage"),
                of("deleverage-off-by-one", FROM, "a counterparty gets a unit too much",
                        add(first(is("Deleverage")), "/post/cash/5", 1, "/post/cash/4", -1),
                        "differs in cash"),
                of("deleverage-too-late", FROM, "the time for takeovers is over, nothing is done",
                        without(first(is("Deleverage")), is("EndLiquidation")), "NeedsStep"));
    }
}
