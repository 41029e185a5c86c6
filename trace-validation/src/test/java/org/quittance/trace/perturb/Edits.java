package org.quittance.trace.perturb;

import static org.quittance.trace.perturb.Events.args;
import static org.quittance.trace.perturb.Events.is;
import static org.quittance.trace.perturb.Events.post;
import static org.quittance.trace.perturb.Events.where;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Edits of traces of settlement and of the whole system. They find their place by what is there,
 * and take what they put there from elsewhere in the trace as far as they can, so that they still
 * fit when the samples are recorded anew under other rules.
 */
final class Edits {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Edits() {}

    /** JSON, written with ' for ". */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Finds the first event that is as wanted. */
    static ToIntFunction<TraceFile> first(Predicate<ObjectNode> wanted) {
        return trace -> trace.find(0, wanted);
    }

    /** Finds the first event of the one kind that is after the first of another. */
    static ToIntFunction<TraceFile> after(
            Predicate<ObjectNode> earlier, Predicate<ObjectNode> wanted) {
        return trace -> trace.find(trace.find(0, earlier) + 1, wanted);
    }

    /** A command that was refused for a reason. */
    static Predicate<ObjectNode> refused(String action, String reason) {
        return is("Reject")
                .and(where("/args/command/action", action))
                .and(where("/args/reason", reason));
    }

    /** An event with something at a path that is not empty. */
    static Predicate<ObjectNode> has(String path) {
        return event -> !event.at(path).isMissingNode()
                && (event.at(path).isValueNode() || !event.at(path).isEmpty());
    }

    /** Puts other values at paths of an event. */
    static Perturbation.Edit set(ToIntFunction<TraceFile> place, String... pathsAndValues) {
        return trace -> {
            int index = place.applyAsInt(trace);
            for (int k = 0; k < pathsAndValues.length; k += 2) {
                put(trace.get(index), pathsAndValues[k], json(pathsAndValues[k + 1]));
            }
            return index;
        };
    }

    /** Adds to the numbers at paths of an event. */
    static Perturbation.Edit add(ToIntFunction<TraceFile> place, Object... pathsAndNumbers) {
        return trace -> {
            int index = place.applyAsInt(trace);
            for (int k = 0; k < pathsAndNumbers.length; k += 2) {
                String path = (String) pathsAndNumbers[k];
                long number = ((Number) pathsAndNumbers[k + 1]).longValue();
                JsonNode was = trace.get(index).at(path);
                if (!was.isIntegralNumber()) {
                    throw new IllegalStateException("there is no number at " + path);
                }
                put(trace.get(index), path, JSON.getNodeFactory()
                        .numberNode(Math.addExact(was.longValue(), number)));
            }
            return index;
        };
    }

    /** Exchanges what two members have in objects of an event. */
    static Perturbation.Edit swap(
            ToIntFunction<TraceFile> place, String one, String other, String... objects) {
        return trace -> {
            int index = place.applyAsInt(trace);
            for (String path : objects) {
                ObjectNode object = (ObjectNode) trace.get(index).at(path);
                if (!object.has(one) || !object.has(other)) {
                    throw new IllegalStateException("there is nothing to swap at " + path);
                }
                JsonNode kept = object.get(one);
                object.set(one, object.get(other));
                object.set(other, kept);
            }
            return index;
        };
    }

    /** Another action in the place of an event, with the outcome of the first such action. */
    static Perturbation.Edit become(ToIntFunction<TraceFile> place, String action) {
        return trace -> {
            int index = place.applyAsInt(trace);
            ObjectNode outcome = outcome(trace, action);
            trace.get(index).put("action", action);
            trace.get(index).set("post", outcome);
            return index;
        };
    }

    /** A copy of one event before another one. */
    static Perturbation.Edit copy(
            ToIntFunction<TraceFile> original, ToIntFunction<TraceFile> before) {
        return trace -> {
            ObjectNode event = trace.get(original.applyAsInt(trace)).deepCopy();
            int index = before.applyAsInt(trace);
            trace.insert(index, event);
            return index;
        };
    }

    /** An event a second time. */
    static Perturbation.Edit twice(ToIntFunction<TraceFile> place) {
        return trace -> {
            int index = place.applyAsInt(trace);
            trace.insert(index + 1, trace.get(index).deepCopy());
            return index + 1;
        };
    }

    /** Without an event; the next one of a kind is to be rejected. */
    static Perturbation.Edit without(
            ToIntFunction<TraceFile> place, Predicate<ObjectNode> rejected) {
        return trace -> {
            int index = place.applyAsInt(trace);
            trace.remove(index);
            return trace.find(index, rejected);
        };
    }

    /**
     * The first command refused for this reason is accepted instead. Its outcome is that of the
     * first one that was accepted, which doesn't matter: it must be rejected before.
     */
    static Perturbation.Edit accepted(String action, String reason) {
        return trace -> {
            int index = trace.find(0, refused(action, reason));
            ObjectNode event = trace.get(index);
            ObjectNode command = ((ObjectNode) event.at("/args/command")).deepCopy();
            command.remove("action");
            ObjectNode outcome = outcome(trace, action);
            event.put("action", action);
            event.set("args", command);
            event.set("post", outcome);
            return index;
        };
    }

    /** The first command of this name that was accepted is refused instead. */
    static Perturbation.Edit refusedInstead(String action, String reason) {
        return trace -> {
            int index = trace.find(0, is(action));
            ObjectNode event = trace.get(index);
            ObjectNode command = JSON.createObjectNode().put("action", action);
            command.setAll(args(event));
            ObjectNode outcome = outcome(trace, "Reject");
            event.put("action", "Reject");
            event.set("args", JSON.createObjectNode());
            args(event).set("command", command);
            args(event).put("reason", reason);
            event.set("post", outcome);
            return index;
        };
    }

    /** What the state was after the first event of that action, as far as it is told. */
    static ObjectNode outcome(TraceFile trace, String action) {
        return post(trace.get(trace.find(0, is(action)))).deepCopy();
    }

    private static void put(ObjectNode event, String path, JsonNode value) {
        int end = path.lastIndexOf('/');
        JsonNode parent = event.at(path.substring(0, end));
        String last = path.substring(end + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw new IllegalStateException("there is nothing at " + path);
        }
    }
}
