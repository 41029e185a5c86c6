package org.quittance.core.settlement;

import java.util.Optional;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Accounts;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Series;

/** Someone with collateral takes over all that a flagged account holds. */
final class LiquidationRules {

    private LiquidationRules() {}

    /** Why a takeover is refused, if it is. */
    @Spec("Liquidation!TakeoverRefusal")
    static Optional<Rejection> takeoverRefusal(State s, Command.Takeover c, Signers signers) {
        Accounts accounts = s.accounts();
        boolean isSealed = accounts.contains(c.account())
                && Checks.isSealedBy(signers, accounts.key(c.account()));
        if (isSealed && !accounts.contains(c.target())) {
            return Checks.refuse(Rejection.UNKNOWN_ACCOUNT);
        }
        Optional<Rejection> unauthorized = Checks.ofAccount(s, c, signers);
        if (unauthorized.isPresent()) {
            return unauthorized;
        }
        if (c.target() == c.account()) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        Optional<Rejection> notNow = timeRefusal(s, c);
        return notNow.isPresent() ? notNow : collateralRefusal(s, c);
    }

    private static Optional<Rejection> timeRefusal(State s, Command.Takeover c) {
        if (!s.isFresh()) {
            return Checks.refuse(Rejection.STALE_PRICE);
        }
        if (s.accounts().isFlagged(c.account())) {
            return Checks.refuse(Rejection.FLAGGED);
        }
        // Who has come back is flagged until the next sweep, but is not to be had any more.
        if (!s.accounts().isFlagged(c.target()) || !MarginRule.isUnderwater(s, c.target())) {
            return Checks.refuse(Rejection.NOT_FLAGGED);
        }
        return s.height() - s.accounts().flagged(c.target()) > s.parameters().takeoverBlocks()
                ? Checks.refuse(Rejection.TAKEOVER_OVER)
                : Checks.ok();
    }

    private static Optional<Rejection> collateralRefusal(State s, Command.Takeover c) {
        Portfolio joint = Together.of(s.positions(), c.account(), c.target());
        if (!respectsLimit(s, joint)) {
            return Checks.refuse(Rejection.POSITION_LIMIT);
        }
        long cash = Math.addExact(s.accounts().cash(c.account()), gain(s, c.target()));
        return MarginRule.freeCollateral(s, cash, joint) < 0
                ? Checks.refuse(Rejection.INSUFFICIENT_COLLATERAL)
                : Checks.ok();
    }

    /**
     * The bidder gets all positions, for what they are worth, and a share of the cash; the target
     * keeps the rest.
     */
    @Spec("Liquidation!Takeover")
    static void takeover(State s, Command.Takeover c, EventSink sink) {
        Accounts accounts = s.accounts();
        Positions positions = s.positions();
        long gain = gain(s, c.target());
        accounts.addCash(c.target(), -gain);
        accounts.addCash(c.account(), gain);
        for (Series series : positions.seriesOf(c.target())) {
            positions.add(c.account(), series, positions.quantity(c.target(), series));
            positions.set(c.target(), series, 0);
        }
        accounts.setFlagged(c.target(), 0);
        if (sink.isInterested()) {
            sink.on(new Event.Takeover(c, s.post()));
        }
    }

    /** What a bidder gets of the target's cash: more with each block since it was flagged. */
    @Spec("Liquidation!Bounty")
    static long bounty(State s, int target) {
        long blocks = s.height() - s.accounts().flagged(target);
        long all = s.parameters().takeoverBlocks();
        return Exact.floorMulDiv(s.accounts().cash(target), Math.min(blocks, all), all);
    }

    /**
     * What a bidder pays for the positions: what they are worth now, in minor units, if that is
     * more than nothing. The target's options may be worth more than it misses.
     */
    @Spec("Liquidation!Payment")
    static long payment(State s, int target) {
        long price = s.oracle().price();
        long worth = 0;
        for (Series series : s.positions().seriesOf(target)) {
            long quantity = s.positions().quantity(target, series);
            worth = Math.addExact(worth, Math.multiplyExact(quantity, series.payoff(price)));
        }
        return Math.max(0, worth);
    }

    /** What a takeover adds to the bidder's cash; negative if it pays more than it gets. */
    private static long gain(State s, int target) {
        return Math.subtractExact(bounty(s, target), payment(s, target));
    }

    @Spec("Liquidation!RespectsLimit")
    private static boolean respectsLimit(State s, Portfolio portfolio) {
        for (int k = 0; k < portfolio.count(); k++) {
            if (Math.abs(portfolio.quantity(k)) > s.parameters().maxPosition()) {
                return false;
            }
        }
        return true;
    }
}
