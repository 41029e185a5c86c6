package org.quittance.trace.replay.tlc;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The conjunct that fails, while it is being described.
 *
 * @param path the operators around it, outermost first
 * @param conjunct its text
 * @param values what its operands and parameters stand for
 * @param variable the primed variable that differs, if that is the failure
 * @param expected what the spec gives for it
 * @param actual what the event says
 */
record Failure(
        List<String> path,
        String conjunct,
        List<String> values,
        @Nullable String variable,
        @Nullable String expected,
        @Nullable String actual) {

    /** A guard that is false. */
    static Failure guard(List<String> path, String conjunct, List<String> values) {
        return new Failure(path, conjunct, values, null, null, null);
    }

    /** The same failure with more said about it. */
    Failure with(List<String> more) {
        List<String> all = new ArrayList<>(values);
        more.stream().filter(v -> !all.contains(v)).forEach(all::add);
        return new Failure(path, conjunct, all, variable, expected, actual);
    }
}
