package org.quittance.core.settlement;

import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Accounts;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Validators;

/** How a block begins and ends. */
final class BlockRules {

    private BlockRules() {}

    @Spec("Treasury!CanQuit")
    static boolean canQuit(State s, long at) {
        return s.treasury().quitted() < at && at < s.height();
    }

    @Spec("Treasury!Quit")
    static void quit(State s, long at, EventSink sink) {
        s.treasury().setQuitted(at);
        if (sink.isInterested()) {
            sink.on(new Event.Quit(at, s.post()));
        }
    }

    /** All commands have been executed. */
    @Spec("Settlement!EndCommands")
    static void endCommands(State s, EventSink sink) {
        s.progress().setPhase(Phase.ORACLE);
        moveFlags(s);
        if (sink.isInterested()) {
            sink.on(new Event.EndCommands(s.post()));
        }
    }

    /**
     * Without a fresh price nobody could be taken over in this block. So it doesn't count: flags
     * are as old as before.
     */
    @Spec("Liquidation!FlaggedAfterCommands")
    private static void moveFlags(State s) {
        Accounts accounts = s.accounts();
        if (accounts.flaggedCount() == 0 || s.isFresh()) {
            return;
        }
        for (int a = 0; a < accounts.size(); a++) {
            if (accounts.isFlagged(a)) {
                accounts.setFlagged(a, accounts.flagged(a) + 1);
            }
        }
    }

    @Spec("Settlement!EndBlock")
    static void endBlock(State s, EventSink sink) {
        if (s.height() % s.parameters().epochLength() == 0) {
            beginEpoch(s);
        }
        s.progress().setHeight(s.height() + 1);
        s.progress().setPhase(Phase.COMMANDS);
        s.progress().setSwept(-1);
        if (sink.isInterested()) {
            sink.on(new Event.EndBlock(s.wholePost()));
        }
    }

    private static void beginEpoch(State s) {
        setWeights(s.validators());
        // Without this, outliers with a third of the weight could stop the oracle for ever.
        for (int v = 0; v < s.validators().size(); v++) {
            s.oracle().setOutliers(v, 0);
        }
        s.treasury().setWithdrawn(0);
    }

    /**
     * Weights follow stakes only here, so that a round is never counted with two of them. They stay
     * if nobody would have any, since no round could be closed then, now or later.
     */
    @Spec("Settlement!NextWeight")
    private static void setWeights(Validators validators) {
        long[] next = new long[validators.size()];
        boolean isAnyoneLeft = false;
        for (int v = 0; v < next.length; v++) {
            boolean takesPart = validators.isJoined(v) && !validators.isJailed(v);
            next[v] = takesPart ? validators.stake(v) : 0;
            isAnyoneLeft |= next[v] > 0;
        }
        for (int v = 0; v < next.length && isAnyoneLeft; v++) {
            validators.setWeight(v, next[v]);
        }
    }
}
