package org.quittance.trace.replay.tlc;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** The trace spec, loaded. */
final class Spec {

    private static final String STEP = "RunEvent";

    private final FastTool tool;
    private final @Nullable OpDefNode step;
    private final @Nullable OpDefNode isUpkeepDue;
    private final @Nullable OpDefNode upkeep;
    private final UniqueString[] variables;

    Spec(FastTool tool) {
        this.tool = tool;
        int error = tool.checkAssumptions();
        if (error != 0) {
            throw new IllegalStateException(
                    "an assumption of the spec is false for the constants of the trace (TLC's"
                            + " error " + error + ")");
        }
        this.step = find(tool, STEP);
        this.isUpkeepDue = find(tool, "IsUpkeepDue");
        this.upkeep = find(tool, "Upkeep");
        var declared = tool.getRootModule().getVariableDecls();
        this.variables = new UniqueString[declared.length];
        for (int k = 0; k < declared.length; k++) {
            variables[k] = declared[k].getName();
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

    /**
     * The variables of the spec; those of the trace spec too if there are no others.
     *
     * @param traceSpec the module that takes events as steps of the spec
     */
    List<UniqueString> ownVariables(String traceSpec) {
        List<UniqueString> own = new ArrayList<>();
        for (OpDeclNode variable : tool.getRootModule().getVariableDecls()) {
            if (!variable.getLocation().source().equals(traceSpec)) {
                own.add(variable.getName());
            }
        }
        return own.isEmpty() ? List.of(variables) : own;
    }

    /** The operator of that name in the root module; null if there is none. */
    @Nullable OpDefNode find(String name) {
        return find(tool, name);
    }

    private static @Nullable OpDefNode find(FastTool tool, String name) {
        return tool.getRootModule().getOpDef(name);
    }

    /** The operator of that name in the root module. */
    OpDefNode operator(String name) {
        OpDefNode operator = find(name);
        if (operator == null) {
            throw new IllegalStateException("the trace spec does not define " + name);
        }
        return operator;
    }

    /** Is there something to do before the event can be taken? */
    boolean isUpkeepDue(Value event, TLCState state) {
        return isUpkeepDue != null
                && tool.eval(isUpkeepDue.getBody(), bind(isUpkeepDue, event), state)
                        == BoolValue.ValTrue;
    }

    /** The step operator for that event. */
    Step step(Value event) {
        return action(step, event);
    }

    /** What is done before that event. */
    Step upkeep(Value event) {
        return action(upkeep, event);
    }

    /** To where a segment begins at that event. */
    Step resume(Value event) {
        return action(operator("BeginAt"), event);
    }

    private Step action(@Nullable OpDefNode operator, Value event) {
        if (operator == null) {
            throw new IllegalStateException("the trace spec does not define " + STEP);
        }
        Context context = bind(operator, event);
        return new Step(tool, new Action(operator.getBody(), context, operator), context);
    }

    /** The state after the step, of which there is one. */
    TLCState only(Step taken, TLCState before) {
        TLCState after = next(taken, before);
        if (after == null) {
            throw new IllegalStateException("Upkeep is due and can't be done");
        }
        return after;
    }

    /** The state after the step; null if it is not possible. */
    @Nullable TLCState next(Step taken, TLCState before) {
        StateVec states = taken.from(before);
        if (states.size() == 0) {
            return null;
        }
        TLCState after = states.elementAt(0);
        for (int k = 1; k < states.size(); k++) {
            if (!after.equals(states.elementAt(k))) {
                throw new IllegalStateException(
                        "there are several outcomes; the trace spec must leave one");
            }
        }
        if (!after.allAssigned()) {
            throw new IllegalStateException(
                    "the spec leaves variables without a value: " + after.getUnassigned());
        }
        Tidy.state(before, after, variables);
        return after;
    }

    /** A context in which the operator's only parameter has that value. */
    static Context bind(OpDefNode operator, Value argument) {
        SymbolNode parameter = operator.getParams()[0];
        return Context.Empty.cons(parameter, argument);
    }
}
