package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What is a direct consequence of a flaw: an event that may be rejected because of it, other than
 * the one that has it, and what the explanation must then name.
 *
 * @param spec the spec of the trace
 * @param operators the kinds of flaw
 * @param actions the actions of the event that has it; empty for any
 * @param fields the beginnings of the fields that have it; empty for any
 * @param at the actions of the event that is rejected; empty for any
 * @param node whose event is rejected: same, other or any
 * @param equal members of the rejected event, as JSON pointers, each with the member of the event
 *     with the flaw that must be the same, or one of which must be an element of the other; with
 *     "now " before it of the event as it has become, else as it was
 * @param words one of these must be in the explanation
 * @param why why this follows from the flaw
 */
record Rule(
        String spec,
        List<Operator> operators,
        List<String> actions,
        List<String> fields,
        List<String> at,
        String node,
        Map<String, String> equal,
        List<String> words,
        String why) {

    private static final String NOW = "now ";

    Rule(
            String spec,
            List<Operator> operators,
            @Nullable List<String> actions,
            @Nullable List<String> fields,
            @Nullable List<String> at,
            @Nullable String node,
            @Nullable Map<String, String> equal,
            List<String> words,
            String why) {
        this.spec = Objects.requireNonNull(spec);
        this.operators = List.copyOf(operators);
        this.actions = actions == null ? List.of() : List.copyOf(actions);
        this.fields = fields == null ? List.of() : List.copyOf(fields);
        this.at = at == null ? List.of() : List.copyOf(at);
        this.node = node == null ? "any" : node;
        this.equal = equal == null ? Map.of() : Map.copyOf(equal);
        this.words = List.copyOf(words);
        this.why = Objects.requireNonNull(why);
    }

    /**
     * Is the rejection of that event, explained so, a consequence of the flaw?
     *
     * @param flawed the event with the flaw, as it was
     * @param now the event at its place in the mutant
     * @param rejected the event that is rejected
     */
    boolean allows(
            Group group, JsonNode flawed, JsonNode now, JsonNode rejected, String explanation) {
        boolean isSame = TraceText.node(flawed) == TraceText.node(rejected);
        return spec.equals(group.spec())
                && operators.contains(group.operator())
                && (actions.isEmpty() || actions.contains(group.action()))
                && (fields.isEmpty() || fields.stream().anyMatch(group.field()::startsWith))
                && (at.isEmpty() || at.contains(TraceText.action(rejected)))
                && (node.equals("any") || isSame == node.equals("same"))
                && words.stream().anyMatch(explanation::contains)
                && equal.entrySet().stream().allMatch(e -> {
                    String pointer = e.getValue();
                    JsonNode wanted = pointer.startsWith(NOW)
                            ? now.at(pointer.substring(NOW.length()))
                            : flawed.at(pointer);
                    JsonNode there = rejected.at(e.getKey());
                    return wanted.equals(there) && !wanted.isMissingNode()
                            || isIn(wanted, there)
                            || isIn(there, wanted);
                });
    }

    private static boolean isIn(JsonNode wanted, JsonNode list) {
        for (JsonNode element : list) {
            if (list.isArray() && element.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
