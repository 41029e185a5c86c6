package org.quittance.trace.replay;

import java.util.List;
import java.util.function.UnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Why an event is not a step of the spec.
 *
 * @param guard the operators of the spec around the conjunct that fails, outermost first
 * @param conjunct its text
 * @param variable the variable of the state after the step that differs; absent if it is a guard
 *     that fails
 * @param expected what the spec gives for the variable
 * @param actual what the trace says for it
 * @param values what the operands of the conjunct and the parameters of the operator stand for
 * @param allowed the steps that the spec allows the node at this point
 */
public record Explanation(
        List<String> guard,
        String conjunct,
        @Nullable String variable,
        @Nullable String expected,
        @Nullable String actual,
        List<String> values,
        List<String> allowed) {

    /** Copies the lists. */
    public Explanation {
        guard = List.copyOf(guard);
        values = List.copyOf(values);
        allowed = List.copyOf(allowed);
    }

    /** The same with every text rewritten. */
    public Explanation mapped(UnaryOperator<String> rewrite) {
        return new Explanation(
                guard,
                rewrite.apply(conjunct),
                variable,
                expected == null ? null : rewrite.apply(expected),
                actual == null ? null : rewrite.apply(actual),
                values.stream().map(rewrite).toList(),
                allowed.stream().map(rewrite).toList());
    }
}
