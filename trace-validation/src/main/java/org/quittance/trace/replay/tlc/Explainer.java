package org.quittance.trace.replay.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.replay.Explanation;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** Explains why a step is not one of the spec, from the last state that is. */
final class Explainer {

    /** Says for each action the arguments with which a node could take it. */
    private static final String ALLOWED = "Allowed";

    /** Not the same as nothing. */
    private static final String UNKNOWN = "unknown, since the trace spec has no Allowed";

    /** Of the arguments of one action these many are shown, the latest. */
    private static final int SHOWN = 3;

    private final Spec spec;
    private final Step step;
    private final TLCState state;
    private final SourceText source;

    Explainer(Spec spec, Step step, TLCState state, Path modules) {
        this.spec = spec;
        this.step = step;
        this.state = state;
        this.source = new SourceText(modules);
    }

    /** Explains it, for an event of that node. */
    Explanation explain(int node) {
        Evaluator evaluator = new Evaluator(spec.tool(), state);
        Failure failure =
                new ActionWalk(evaluator, source)
                        .walk(step.action().pred, step.context(), List.of());
        if (failure == null) {
            throw new IllegalStateException(
                    "TLC finds no step, yet no conjunct of the action is false");
        }
        return new Explanation(
                failure.path(),
                failure.conjunct(),
                failure.variable(),
                failure.expected(),
                failure.actual(),
                failure.values(),
                allowed(evaluator, node));
    }

    private List<String> allowed(Evaluator evaluator, int node) {
        OpDefNode operator = spec.find(ALLOWED);
        if (operator == null) {
            return List.of(UNKNOWN);
        }
        Value value =
                evaluator.value(operator.getBody(), Spec.bind(operator, IntValue.gen(node)));
        List<String> allowed = new ArrayList<>();
        if (value.toTuple() instanceof TupleValue actions) {
            for (Value each : actions.elems) {
                if (each.toTuple() instanceof TupleValue pair
                        && pair.elems[0] instanceof StringValue name
                        && pair.elems[1].toSetEnum() instanceof SetEnumValue arguments) {
                    allowed.addAll(steps(name.toUnquotedString(), arguments));
                }
            }
        }
        return allowed;
    }

    private static List<String> steps(String action, SetEnumValue arguments) {
        List<Value> all = ValueText.elements(arguments);
        List<String> steps = new ArrayList<>();
        for (Value argument : all.subList(Math.max(0, all.size() - SHOWN), all.size())) {
            // Of an action without arguments the empty sequence.
            boolean isBare = argument instanceof TupleValue tuple && tuple.size() == 0;
            steps.add(isBare ? action : action + "(" + ValueText.of(argument) + ")");
        }
        if (all.size() > SHOWN) {
            steps.add((all.size() - SHOWN) + " more of " + action);
        }
        return steps;
    }
}
