package org.quittance.trace.replay.tlc;

import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;

/**
 * One event as an action of the spec.
 *
 * @param tool evaluates it
 * @param action the step operator
 * @param context what its parameter stands for: the event
 */
record Step(FastTool tool, Action action, Context context) {

    /** The states after it. */
    StateVec from(TLCState state) {
        return tool.getNextStates(action, state);
    }
}
