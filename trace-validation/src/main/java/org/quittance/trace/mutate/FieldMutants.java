package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Flaws in what an event says: each field of its args and post, one at a time. */
final class FieldMutants {

    private final TraceText trace;
    private final Pool pool;
    private final Values values;

    FieldMutants(TraceText trace, Pool pool) {
        this.trace = trace;
        this.pool = pool;
        this.values = new Values(pool);
    }

    /** Of the event with that index. */
    List<Mutant> of(int index) {
        List<Mutant> mutants = new ArrayList<>();
        ObjectNode event = trace.events().get(index);
        for (String part : List.of("args", "post")) {
            for (var each : event.path(part).properties()) {
                walk(mutants, index, Field.of(part, each.getKey()), each.getValue());
            }
        }
        return mutants;
    }

    private void walk(List<Mutant> into, int index, Field field, JsonNode value) {
        if (value.isNumber()) {
            add(into, Operator.MORE, index, field);
            add(into, Operator.LESS, index, field);
        } else if (value.isTextual()) {
            add(into, Operator.OTHER, index, field);
        } else if (value.isBoolean()) {
            add(into, Operator.NEGATE, index, field);
        }
        boolean canBeNull = seen(index, field).stream().anyMatch(JsonNode::isNull);
        if (canBeNull) {
            add(into, value.isNull() ? Operator.NOT_NULL : Operator.NULL, index, field);
        }
        if (value instanceof ArrayNode array) {
            parts(into, index, field, array);
        } else if (value instanceof ObjectNode object) {
            entries(into, index, field, object);
        }
    }

    private void parts(List<Mutant> into, int index, Field field, ArrayNode array) {
        Field element = field.then("0");
        for (int k = 0; k < array.size(); k++) {
            if (k == 0 || k == array.size() - 1) {
                add(into, Operator.LESS_ELEMENT, index, field.then(String.valueOf(k)));
            }
        }
        if (!seen(index, element).isEmpty()) {
            add(into, Operator.MORE_ELEMENT, index, field);
        }
        for (int k = 0; k < array.size(); k++) {
            walk(into, index, field.then(String.valueOf(k)), array.get(k));
        }
    }

    /** An object is a function on numbers if its members' names are numbers, else a record. */
    private void entries(List<Mutant> into, int index, Field field, ObjectNode object) {
        boolean isFunction = object.isEmpty()
                ? !seen(index, field.then("0")).isEmpty()
                : object.properties().stream().allMatch(e -> Field.isNumber(e.getKey()));
        if (isFunction) {
            add(into, Operator.MORE_ENTRY, index, field);
        }
        for (var each : object.properties()) {
            Field entry = field.then(each.getKey());
            if (isFunction) {
                add(into, Operator.LESS_ENTRY, index, entry);
            }
            walk(into, index, entry, each.getValue());
        }
    }

    private List<JsonNode> seen(int index, Field field) {
        return pool.seen(TraceText.action(trace.events().get(index)), field.pattern());
    }

    private void add(List<Mutant> into, Operator operator, int index, Field field) {
        ObjectNode event = trace.events().get(index);
        Supplier<List<Edit>> ways =
                () -> values.ways(operator, event, field, index).stream()
                        .map(changed -> Edit.changed(index, changed))
                        .toList();
        into.add(new Mutant(
                operator, TraceText.action(event), field.pattern(), index, index, ways));
    }
}
