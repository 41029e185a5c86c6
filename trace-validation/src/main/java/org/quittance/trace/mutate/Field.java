package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in an event.
 *
 * @param steps the names and indexes that lead to it, such as args, signers, 0
 */
record Field(List<String> steps) {

    /** What stands for any index and for any number that is a name. */
    static final String ANY = "*";

    Field {
        steps = List.copyOf(steps);
    }

    static Field of(String... steps) {
        return new Field(List.of(steps));
    }

    Field then(String step) {
        List<String> all = new ArrayList<>(steps);
        all.add(step);
        return new Field(all);
    }

    /** The place of which it is a part, so many steps up. */
    Field above(int count) {
        return new Field(steps.subList(0, steps.size() - count));
    }

    int depth() {
        return steps.size();
    }

    /** The same for the like places of other events: args.signers.* */
    String pattern() {
        return steps.stream()
                .map(step -> isNumber(step) ? ANY : step)
                .collect(Collectors.joining("."));
    }

    /** The variable or argument of which it is a part, or itself: the second step. */
    String top() {
        return steps.size() > 1 ? steps.get(1) : "";
    }

    /** The last step that is a name. */
    String name() {
        for (int k = steps.size() - 1; k > 0; k--) {
            if (!isNumber(steps.get(k))) {
                return steps.get(k);
            }
        }
        return "";
    }

    static boolean isNumber(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> '0' <= c && c <= '9');
    }

    /** What stands there; a missing node if nothing does. */
    JsonNode in(JsonNode event) {
        return in(event, steps);
    }

    /** What stands below the place that is so many steps above this one. */
    JsonNode in(JsonNode part, int above) {
        return in(part, steps.subList(steps.size() - above, steps.size()));
    }

    private static JsonNode in(JsonNode start, List<String> steps) {
        JsonNode node = start;
        for (String step : steps) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** A copy of the event with another value there. */
    ObjectNode with(ObjectNode event, JsonNode value) {
        ObjectNode copy = event.deepCopy();
        JsonNode parent = above(1).in(copy);
        String last = steps.get(steps.size() - 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw new IllegalArgumentException("there is no " + pattern());
        }
        return copy;
    }
}
