package org.quittance.trace;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Why an event is not a step that the spec allows.
 *
 * @param node the validator whose event it is
 * @param seq the event's number among those of the node
 * @param line the event's line in the file, from 1
 * @param event the event's place in the trace, from 1
 * @param action the action that the trace names
 * @param reason one sentence for people
 * @param guard where in the spec the event fails, from the outermost operator to the innermost,
 *     such as "IsNotarize > Notarize > CanNotarize"
 * @param conjunct the text of the conjunct that is false
 * @param variable the variable of the state after it that differs, else absent
 * @param expected what the spec gives for the variable, absent if a guard is false
 * @param actual what the trace says for the variable, absent if a guard is false
 * @param values operands of the false conjunct with their values, "name = value"
 * @param allowed the steps that the spec would have allowed the node here
 * @param recent the last events of the node before this one, oldest first
 * @param message all of it for people: at most 20 lines
 */
public record Rejection(
        int node,
        long seq,
        int line,
        int event,
        String action,
        String reason,
        String guard,
        String conjunct,
        @Nullable String variable,
        @Nullable String expected,
        @Nullable String actual,
        List<String> values,
        List<String> allowed,
        List<String> recent,
        List<String> message) {

    public Rejection {
        values = List.copyOf(values);
        allowed = List.copyOf(allowed);
        recent = List.copyOf(recent);
        message = List.copyOf(message);
    }
}
