package org.quittance.transitions.tlc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.transitions.GraphSource.Label;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.EvalControl;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** What the root module of a model defines for whoever walks through its graph. */
final class Model {

    private static final UniqueString EVENT = UniqueString.uniqueStringOf("event");

    private final FastTool tool;
    private final List<UniqueString> variables = new ArrayList<>();
    private final Action named;
    private final Action plain;

    Model(FastTool tool) {
        this.tool = tool;
        for (OpDeclNode variable : tool.getRootModule().getVariableDecls()) {
            if (!variable.getName().equals(EVENT)) {
                variables.add(variable.getName());
            }
        }
        variables.sort(Comparator.comparing(UniqueString::toString));
        this.named = action(tool, "NamedNext");
        this.plain = action(tool, "PlainNext");
    }

    /** A step and its name. */
    record Step(Label label, TLCState after) {}

    /** The variables of the spec. */
    List<UniqueString> variables() {
        return List.copyOf(variables);
    }

    List<TLCState> initialStates() {
        return list(tool.getInitStates());
    }

    /** All steps that NamedNext allows. */
    List<Step> steps(TLCState state) {
        return list(tool.getNextStates(named, state)).stream()
                .map(after -> new Step(label(after), after))
                .toList();
    }

    /** All states that Next allows, each perhaps several times. */
    List<TLCState> plain(TLCState state) {
        return list(tool.getNextStates(plain, state));
    }

    private static Label label(TLCState after) {
        if (!(after.lookup(EVENT) instanceof TupleValue event) || event.size() != 3) {
            throw new IllegalStateException("a step without a name: " + after);
        }
        return new Label(
                CanonicalText.of(event.elems[0]).replace("\"", ""),
                CanonicalText.of(event.elems[1]),
                CanonicalText.of(event.elems[2]).replace("\"", ""));
    }

    /** What must not be done in the state. */
    List<Label> forbidden(TLCState state) {
        IValue forbidden = find("Forbidden") == null ? null : value("Forbidden", state);
        if (!(forbidden instanceof Value value)
                || !(value.toSetEnum() instanceof tlc2.value.impl.SetEnumValue set)) {
            return List.of();
        }
        List<Label> labels = new ArrayList<>();
        for (int k = 0; k < set.elems.size(); k++) {
            if (set.elems.elementAt(k) instanceof TupleValue pair) {
                labels.add(new Label(
                        CanonicalText.of(pair.elems[0]).replace("\"", ""),
                        CanonicalText.of(pair.elems[1]),
                        Label.FORBIDDEN));
            }
        }
        return labels;
    }

    /** Are the states told as each of several sees them? */
    boolean isSeenByEach() {
        return find("Seen") != null;
    }

    /** What states are the same by; null if all of a state counts. */
    @Nullable IValue view(TLCState state) {
        return find("SameBy") == null ? null : value("SameBy", state);
    }

    /** Is it worth to go on from here? */
    boolean isExplored(TLCState state) {
        return find("Explored") == null || value("Explored", state) == BoolValue.ValTrue;
    }

    /** Is it worth to go on from where this step leads? */
    boolean isFollowed(TLCState before, TLCState after) {
        OpDefNode followed = find("Followed");
        return followed == null
                || tool.eval(followed.getBody(), Context.Empty, before, after, EvalControl.Clear,
                        CostModel.DO_NOT_RECORD) == BoolValue.ValTrue;
    }

    String constants() {
        return CanonicalText.of(value("Constants", initialStates().get(0)));
    }

    IValue value(String name, TLCState state) {
        OpDefNode operator = find(name);
        if (operator == null) {
            throw new IllegalStateException("the model does not define " + name);
        }
        return tool.eval(operator.getBody(), Context.Empty, state);
    }

    private @Nullable OpDefNode find(String name) {
        return tool.getRootModule().getOpDef(name);
    }

    private static Action action(FastTool tool, String name) {
        OpDefNode operator = tool.getRootModule().getOpDef(name);
        if (operator == null) {
            throw new IllegalStateException("the model does not define " + name);
        }
        return new Action(operator.getBody(), Context.Empty, operator);
    }

    private static List<TLCState> list(StateVec states) {
        List<TLCState> list = new ArrayList<>();
        for (int k = 0; k < states.size(); k++) {
            list.add(states.elementAt(k));
        }
        return list;
    }
}
