package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What could stand in a field instead. Which of it the format allows is for the reader to say: the
 * first way is the plain one, and those after it are for fields that can't be changed alone, such
 * as an element of a sorted set, or one field of a block whose digest stands for all of it.
 */
final class Values {

    /** Of one kind of way these many are tried. */
    private static final int FEW = 3;

    /** Of all kinds these many. */
    private static final int MOST = 16;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Pool pool;
    private final Elements elements;

    Values(Pool pool) {
        this.pool = pool;
        this.elements = new Elements(pool);
    }

    /** The event as it could be changed, the best way first; at least one. */
    List<ObjectNode> ways(Operator operator, ObjectNode event, Field field, int start) {
        List<JsonNode> seen =
                Pool.from(start, pool.seen(TraceText.action(event), field.pattern()));
        return switch (operator) {
            case MORE -> instead(event, field, numbers(event, field, 1, seen), start);
            case LESS -> instead(event, field, numbers(event, field, -1, seen), start + 1);
            case OTHER -> instead(event, field,
                    Stream.concat(
                                    seen.stream(),
                                    Pool.from(start, pool.named(field.name())).stream())
                            .filter(JsonNode::isTextual),
                    start);
            case NEGATE -> instead(event, field,
                    Stream.of(BooleanNode.valueOf(!field.in(event).asBoolean())), start);
            case NULL -> List.of(field.with(event, NullNode.instance));
            case NOT_NULL -> instead(event, field,
                    Stream.concat(
                            seen.stream(),
                            Pool.from(start, pool.anywhere(field.pattern())).stream()),
                    start);
            case LESS_ELEMENT, LESS_ENTRY -> List.of(Elements.without(event, field));
            case MORE_ELEMENT -> elements.longer(event, field, start);
            case MORE_ENTRY -> elements.larger(event, field, start);
            default -> throw new IllegalArgumentException(operator + " changes no field");
        };
    }

    private static Stream<JsonNode> numbers(
            ObjectNode event, Field field, long by, List<JsonNode> seen) {
        BigInteger sum = field.in(event).bigIntegerValue().add(BigInteger.valueOf(by));
        return Stream.concat(
                Stream.of(number(sum)), seen.stream().filter(JsonNode::isNumber));
    }

    /** As it would be read: numbers of different sizes are not equal. */
    static JsonNode number(BigInteger value) {
        return value.bitLength() < Integer.SIZE
                ? JSON.numberNode(value.intValueExact())
                : JSON.numberNode(value);
    }

    /**
     * The values; with them, if the field is in a list, the element at another place of it; then
     * all that the field is a part of, as it stands elsewhere; and last with a digest that is new.
     */
    private List<ObjectNode> instead(
            ObjectNode event, Field field, Stream<JsonNode> values, int start) {
        JsonNode was = field.in(event);
        JsonNode around = field.above(1).in(event);
        List<ObjectNode> plain =
                values.filter(value -> !isAlike(value, was) && !isAmong(around, value))
                        .limit(FEW)
                        .map(value -> field.with(event, value))
                        .toList();
        List<ObjectNode> ways = new ArrayList<>(plain);
        plain.forEach(changed -> ways.addAll(moved(changed, field)));
        for (int up = 1; field.depth() - up >= 2; up++) {
            Field whole = field.above(up);
            int above = up;
            if (whole.in(event).isObject()) {
                Pool.from(start, pool.seen(TraceText.action(event), whole.pattern())).stream()
                        .filter(other -> !field.in(other, above).isMissingNode())
                        .filter(other -> !isAlike(field.in(other, above), was))
                        .limit(FEW)
                        .forEach(other -> ways.add(whole.with(event, other)));
            }
        }
        List<ObjectNode> last = plain.stream().limit(1)
                .flatMap(changed -> renamed(changed, field).stream())
                .toList();
        List<ObjectNode> all = new ArrayList<>(
                ways.subList(0, Math.min(MOST - last.size(), ways.size())));
        all.addAll(last);
        // In some fields nothing else has ever stood.
        return all.isEmpty()
                ? List.of(field.with(event, JSON.textNode(was.asText() + "x")))
                : all;
    }

    /** What is in a set can't be there a second time. */
    private static boolean isAmong(JsonNode around, JsonNode value) {
        for (JsonNode element : around.isArray() ? around : JSON.arrayNode()) {
            if (isAlike(element, value)) {
                return true;
            }
        }
        return false;
    }

    static boolean isAlike(JsonNode one, JsonNode other) {
        return one.equals(other)
                || one.isNumber() && other.isNumber() && one.asText().equals(other.asText());
    }

    /** The element of the innermost list around the field, at each other place of the list. */
    private static List<ObjectNode> moved(ObjectNode event, Field field) {
        for (int up = 0; field.depth() - up > 2; up++) {
            Field element = field.above(up);
            Field list = element.above(1);
            if (list.in(event).isArray()) {
                List<JsonNode> elements = new ArrayList<>();
                list.in(event).forEach(elements::add);
                int at = Integer.parseInt(element.steps().get(element.depth() - 1));
                List<ObjectNode> ways = new ArrayList<>();
                for (int to = 0; to < elements.size() && ways.size() < FEW; to++) {
                    if (to != at) {
                        List<JsonNode> other = new ArrayList<>(elements);
                        other.add(to, other.remove(at));
                        ways.add(list.with(event, JSON.arrayNode().addAll(other)));
                    }
                }
                return ways;
            }
        }
        return List.of();
    }

    /** The changed record under a digest that occurs nowhere else. */
    private static List<ObjectNode> renamed(ObjectNode event, Field field) {
        if (field.depth() <= 2) {
            return List.of();
        }
        List<ObjectNode> ways = new ArrayList<>();
        Field whole = field.above(1);
        for (var each : whole.in(event).properties()) {
            if (Pool.isDigest(each.getValue()) && !each.getKey().equals(field.name())) {
                String digest = each.getValue().asText();
                String fresh = "f0".repeat(4) + digest.substring(8);
                ways.add(whole.then(each.getKey()).with(event, JSON.textNode(fresh)));
            }
        }
        return ways;
    }
}
