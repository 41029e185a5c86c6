package org.quittance.core.settlement;

import org.quittance.core.base.Spec;
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

    @Spec("Settlement!EndCommands")
    static void endCommands(State s, EventSink sink) {
        s.progress().setPhase(Phase.ORACLE);
        if (sink.isInterested()) {
            sink.on(new Event.EndCommands(s.post()));
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

    /** Weights follow stakes only here, so that a round is never counted with two of them. */
    private static void beginEpoch(State s) {
        Validators validators = s.validators();
        for (int v = 0; v < validators.size(); v++) {
            boolean takesPart = validators.isJoined(v) && !validators.isJailed(v);
            validators.setWeight(v, takesPart ? validators.stake(v) : 0);
        }
        s.treasury().setWithdrawn(0);
    }
}
