package org.quittance.trace.replay.tlc;

import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.impl.Value;

/** The trace spec, loaded. */
final class Spec {

    private static final String STEP = "Step";

    private final FastTool tool;

    Spec(FastTool tool) {
        this.tool = tool;
        int error = tool.checkAssumptions();
        if (error != 0) {
            throw new IllegalStateException(
                    "an assumption of the spec is false for the constants of the trace (TLC's"
                            + " error " + error + ")");
        }
    }

    FastTool tool() {
        return tool;
    }

    TLCState initialState() {
        StateVec states = tool.getInitStates();
        if (states.size() != 1) {
            throw new IllegalStateException(
                    "the trace spec has " + states.size() + " initial states, not one");
        }
        return states.elementAt(0);
    }

    /** The operator of that name in the root module. */
    OpDefNode operator(String name) {
        OpDefNode operator = tool.getRootModule().getOpDef(name);
        if (operator == null) {
            throw new IllegalStateException("the trace spec does not define " + name);
        }
        return operator;
    }

    /** The step operator for that event. */
    Step step(Value event) {
        OpDefNode operator = operator(STEP);
        Context context = bind(operator, event);
        return new Step(tool, new Action(operator.getBody(), context, operator), context);
    }

    /** A context in which the operator's only parameter has that value. */
    static Context bind(OpDefNode operator, Value argument) {
        SymbolNode parameter = operator.getParams()[0];
        return Context.Empty.cons(parameter, argument);
    }
}
