package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Accounts;
import org.quittance.core.settlement.state.Phase;

/**
 * One sweep over all accounts, if the price is fresh: who lacks maintenance margin is flagged, who
 * has it again is not, and whom nobody took over in time is closed out.
 */
final class LiquidationPhase {

    private LiquidationPhase() {}

    /** Takes all steps of this phase, account by account. */
    static void run(State s, EventSink sink) {
        if (s.isFresh()) {
            sweep(s, sink);
        }
        endLiquidation(s, sink);
    }

    private static void sweep(State s, EventSink sink) {
        Accounts accounts = s.accounts();
        Deleveraging deleveraging = new Deleveraging(s);
        SweepMargin margins = new SweepMargin(s);
        for (int a = 0; a < accounts.size(); a++) {
            // Who is neither flagged nor holds anything needs no step: most accounts, often.
            if (!accounts.isFlagged(a) && s.positions().count(a) == 0) {
                continue;
            }
            boolean isUnderwater = margins.isUnderwater(a);
            if (needsFlag(s, a, isUnderwater)) {
                flag(s, a, sink);
            } else if (needsUnflag(s, a, isUnderwater)) {
                unflag(s, a, sink);
            } else if (needsDeleverage(s, a, isUnderwater)) {
                deleverage(s, a, deleveraging, sink);
            }
        }
    }

    @Spec("Liquidation!NeedsFlag")
    private static boolean needsFlag(State s, int a, boolean isUnderwater) {
        return isUnderwater && !s.accounts().isFlagged(a);
    }

    @Spec("Liquidation!NeedsUnflag")
    private static boolean needsUnflag(State s, int a, boolean isUnderwater) {
        return !isUnderwater && s.accounts().isFlagged(a);
    }

    @Spec("Liquidation!NeedsDeleverage")
    private static boolean needsDeleverage(State s, int a, boolean isUnderwater) {
        return isUnderwater
                && s.accounts().isFlagged(a)
                && s.height() - s.accounts().flagged(a) > s.parameters().takeoverBlocks();
    }

    /** The account lacks maintenance margin. It loses its orders. */
    @Spec("Liquidation!Flag")
    private static void flag(State s, int a, EventSink sink) {
        s.accounts().setFlagged(a, s.height());
        s.book().removeAllOf(a);
        s.progress().setSwept(a);
        if (sink.isInterested()) {
            sink.on(new Event.Flag(a, s.post()));
        }
    }

    /** The account has what it needs again. */
    @Spec("Liquidation!Unflag")
    private static void unflag(State s, int a, EventSink sink) {
        s.accounts().setFlagged(a, 0);
        s.progress().setSwept(a);
        if (sink.isInterested()) {
            sink.on(new Event.Unflag(a, s.post()));
        }
    }

    /** Nobody took it over: all it holds is closed at what it is worth now. */
    @Spec("Liquidation!Deleverage")
    private static void deleverage(State s, int a, Deleveraging deleveraging, EventSink sink) {
        List<Event.Haircut> haircuts = deleveraging.closeOut(a);
        s.accounts().setFlagged(a, 0);
        s.progress().setSwept(a);
        if (sink.isInterested()) {
            sink.on(new Event.Deleverage(a, haircuts, s.post()));
        }
    }

    /** Nothing is left to be done for any account. */
    @Spec("Liquidation!EndLiquidation")
    private static void endLiquidation(State s, EventSink sink) {
        s.progress().setPhase(Phase.STAKING);
        if (sink.isInterested()) {
            sink.on(new Event.EndLiquidation(s.post()));
        }
    }
}
