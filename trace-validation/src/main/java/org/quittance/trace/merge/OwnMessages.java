package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.trace.Verdict;

/** The messages of one node that wait to be durable, and those that are, by view. */
final class OwnMessages implements Rules.Reader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it signed so many views ago isn't on its way to the disk any more. */
    private static final long REMEMBERED = 1_000;

    private final ValidBlocks valid;
    private final Set<String> announced;
    private final TreeMap<Long, List<JsonNode>> durable = new TreeMap<>();
    private List<JsonNode> pending = new ArrayList<>();
    private long written;

    /**
     * Follows a node.
     *
     * @param announced where the messages go that are durable from some event on that was read
     */
    OwnMessages(ValidBlocks valid, Set<String> announced) {
        this.valid = valid;
        this.announced = announced;
    }

    @Override
    public Rules.Notes read(ObjectNode event) {
        String action = event.path("action").asText();
        List<ObjectNode> doubtful = OrderingRules.doubtful(event.path("args"), valid);
        doubtful.addAll(OrderingRules.doubtful(event.path("post"), valid));
        String persisted = null;
        if (action.equals("Persist") && !pending.isEmpty()) {
            JsonNode message = pending.get(0);
            written++;
            long view = message.path("view").asLong();
            durable.computeIfAbsent(view, key -> new ArrayList<>()).add(message);
            durable.headMap(view - REMEMBERED).clear();
            persisted = OrderingRules.key(message);
            announced.add(persisted);
        }
        JsonNode queue = event.path("post").path("pending");
        if (queue.isArray()) {
            pending = new ArrayList<>();
            queue.forEach(pending::add);
        } else if (action.equals("Restart") || action.equals("Crash")) {
            pending = new ArrayList<>();
        }
        return new Rules.Notes(persisted, doubtful);
    }

    @Override
    public boolean isPending(String message) {
        return pending.stream().anyMatch(each -> OrderingRules.key(each).equals(message));
    }

    @Override
    public List<ObjectNode> finish(long found) throws MergeException {
        List<ObjectNode> steps = new ArrayList<>();
        List<JsonNode> left = new ArrayList<>(pending);
        Map<Long, List<JsonNode>> more = new HashMap<>();
        long missing = found - written;
        if (missing < 0 || missing > left.size()) {
            throw new MergeException(Verdict.REJECTED, "a vote log had " + found
                    + " own messages, but its trace has " + written + " and " + left.size()
                    + " on their way");
        }
        for (long k = 0; k < missing; k++) {
            JsonNode message = left.remove(0);
            long view = message.path("view").asLong();
            List<JsonNode> now = more.computeIfAbsent(view, key ->
                    new ArrayList<>(durable.getOrDefault(key, List.of())));
            now.add(message);
            steps.add(persist(left, now));
        }
        return steps;
    }

    private static ObjectNode persist(List<JsonNode> pending, List<JsonNode> durable) {
        ObjectNode step = JSON.createObjectNode().put("time", 0).put("action", "Persist");
        step.putObject("args");
        ObjectNode post = step.putObject("post");
        ArrayNode queue = post.putArray("pending");
        // Copies, since what is said of their blocks may still be filled in, in each by itself.
        pending.forEach(message -> queue.add(message.deepCopy()));
        // In the order of the trace format: all are of one view, and one of each kind.
        SortedMap<String, JsonNode> sorted = new TreeMap<>();
        durable.forEach(message -> sorted.put(message.path("kind").asText(), message));
        ArrayNode written = post.putArray("durable");
        sorted.values().forEach(message -> written.add(message.deepCopy()));
        return step;
    }
}
