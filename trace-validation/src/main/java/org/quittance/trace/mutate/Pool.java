package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The values that traces have in their fields: what else could stand in a field. */
final class Pool {

    /** Of more values of one field these many are remembered. */
    private static final int MOST = 64;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Set<JsonNode>> byField = new LinkedHashMap<>();
    private final Map<String, Set<JsonNode>> anywhere = new LinkedHashMap<>();
    private final Map<String, Set<JsonNode>> byName = new LinkedHashMap<>();

    /** The values of this trace, and of the others those that mean the same in every trace. */
    static Pool of(TraceText trace, List<TraceText> others) {
        Pool pool = new Pool();
        pool.add(trace, true);
        for (TraceText other : others) {
            if (other != trace && other.spec().equals(trace.spec())) {
                pool.add(other, false);
            }
        }
        return pool;
    }

    private void add(TraceText trace, boolean isWithDigests) {
        for (JsonNode event : trace.events()) {
            String action = TraceText.action(event);
            for (String part : List.of("args", "post")) {
                add(action, Field.of(part), event.path(part), isWithDigests);
            }
        }
    }

    private void add(String action, Field field, JsonNode value, boolean isWithDigests) {
        if (isWithDigests || !DIGEST.matcher(value.toString()).find()) {
            remember(byField, action + " " + field.pattern(), value);
            remember(anywhere, field.pattern(), value);
            if (value.isValueNode()) {
                remember(byName, field.name(), value);
            }
        }
        if (value.isObject()) {
            value.properties().forEach(
                    e -> add(action, field.then(e.getKey()), e.getValue(), isWithDigests));
        } else if (value.isArray()) {
            for (int k = 0; k < value.size(); k++) {
                add(action, field.then(String.valueOf(k)), value.get(k), isWithDigests);
            }
        }
    }

    private static void remember(Map<String, Set<JsonNode>> seen, String key, JsonNode value) {
        Set<JsonNode> values = seen.computeIfAbsent(key, k -> new LinkedHashSet<>());
        if (values.size() < MOST) {
            values.add(value);
        }
    }

    /** What events of that action have in the like places, in the order in which it came. */
    List<JsonNode> seen(String action, String pattern) {
        return List.copyOf(byField.getOrDefault(action + " " + pattern, Set.of()));
    }

    /** What events of any action have in the like places. */
    List<JsonNode> anywhere(String pattern) {
        return List.copyOf(anywhere.getOrDefault(pattern, Set.of()));
    }

    /** What stands under that name anywhere. */
    List<JsonNode> named(String name) {
        return List.copyOf(byName.getOrDefault(name, Set.of()));
    }

    static boolean isDigest(JsonNode value) {
        return value.isTextual() && DIGEST.matcher(value.asText()).matches();
    }

    /** The list, begun at another place, so that not every mutant has the first value. */
    static <T> List<T> from(int start, List<T> all) {
        List<T> turned = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            turned.add(all.get(Math.floorMod(start + k, all.size())));
        }
        return turned;
    }
}
