package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of merging traces of ordering: nothing is received before its sender persisted it.
 *
 * <p>What is about views so far below the last committed block that no validator of traces
 * remembers them is forgotten here, too.
 */
final class OrderingRules implements Rules {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a node's own view is before it says so. */
    private static final long FIRST = 1;
    private static final long SLACK = 3;

    private final ValidBlocks valid;
    private final long remembered;
    private final TreeMap<Long, Map<String, Long>> persisted = new TreeMap<>();
    private final Set<String> announced = new HashSet<>();
    private final Map<Integer, Long> views = new HashMap<>();
    /** By node the view of the block that it committed in its last event. */
    private final Map<Integer, Long> committed = new HashMap<>();
    private final CommittedBlocks blocks = new CommittedBlocks();
    private long floor;

    /**
     * The rules.
     *
     * @param remembered how many views below the last committed block are remembered
     */
    OrderingRules(ValidBlocks valid, long remembered) {
        this.valid = valid;
        this.remembered = remembered;
    }

    @Override
    public String kind() {
        return "ordering";
    }

    @Override
    public boolean knowsCrashes() {
        return true;
    }

    @Override
    public void begin(JsonNode header) {
        Set<Integer> nodes = new TreeSet<>();
        header.path("validators").forEach(node -> nodes.add(node.asInt()));
        header.path("byzantine").forEach(node -> nodes.remove(node.asInt()));
        blocks.begin(nodes);
    }

    @Override
    public Reader reader() {
        return new OwnMessages(valid, announced);
    }

    @Override
    public Readiness readiness(Item item, int node, Logs logs) {
        for (ObjectNode block : item.notes().doubtful()) {
            if (!valid.isSettled(block)) {
                return new Readiness.Unclear(
                        "word whether block " + block.path("digest").asText() + " is valid");
            }
        }
        if (isLeftOut(item.event())) {
            JsonNode block = item.event().path("post").path("committed");
            return blocks.path(node, block).isPresent()
                    ? new Readiness.Ready(JSON.createObjectNode())
                    : Readiness.Waits.forOthers("block " + block.path("digest").asText()
                            + " to be committed by somebody who has those below it");
        }
        ObjectNode cause = JSON.createObjectNode();
        JsonNode message = item.event().path("args").path("message");
        int signer = message.path("signer").asInt();
        if (!item.event().path("action").asText().equals("Receive") || !logs.has(signer)) {
            return new Readiness.Ready(cause);
        }
        long view = message.path("view").asLong();
        String key = key(message);
        Long seq = persisted.getOrDefault(view, Map.of()).get(key);
        if (seq != null) {
            return new Readiness.Ready(cause.put(Integer.toString(signer), seq));
        }
        return view <= floor && !announced.contains(key)
                ? new Readiness.Ready(cause)
                : Readiness.Waits.forMessage(signer, key, "the "
                        + message.path("kind").asText() + " message of node " + signer
                        + " in view " + view + " to be durable there");
    }

    @Override
    public boolean isKnown(ObjectNode event) {
        return false;
    }

    @Override
    public void settle(Item item) {
        item.notes().doubtful().forEach(valid::isInvalid);
    }

    @Override
    public void took(Item item, int node, long seq) throws MergeException {
        ObjectNode event = item.event();
        String action = event.path("action").asText();
        JsonNode post = event.path("post");
        // The validator forgets before the next event of a node that has committed.
        forget(committed.getOrDefault(node, 0L) - remembered);
        String message = item.notes().persisted();
        if (message != null) {
            long view = Long.parseLong(message.substring(0, message.indexOf(' ')));
            persisted.computeIfAbsent(view, key -> new HashMap<>()).put(message, seq);
            announced.remove(message);
        }
        switch (action) {
            case "EnterView" -> views.put(node, post.path("view").asLong());
            case "Restart" -> {
                views.put(node, post.path("view").asLong());
                blocks.isAt(node, post.path("committed"));
            }
            case "Commit" -> {
                fillIn(event, node);
                blocks.committed(node, event.path("args").path("path"));
                committed.put(node, post.path("committed").path("view").asLong());
            }
            default -> { }
        }
        for (ObjectNode block : item.notes().doubtful()) {
            block.put("valid", valid.isValid(block));
        }
    }

    /** Whoever takes over a state leaves out the path to the block that it commits. */
    private static boolean isLeftOut(ObjectNode event) {
        return event.path("action").asText().equals("Commit")
                && event.path("args").path("path").isEmpty();
    }

    private void fillIn(ObjectNode event, int node) {
        if (isLeftOut(event) && event.path("args") instanceof ObjectNode args) {
            ArrayNode path = args.putArray("path");
            blocks.path(node, event.path("post").path("committed"))
                    .ifPresent(found -> found.forEach(block -> path.add(block.deepCopy())));
        }
    }

    private void forget(long below) {
        if (below > floor) {
            floor = below;
            persisted.headMap(below, true).clear();
        }
    }

    @Override
    public long progress(int node) {
        return views.getOrDefault(node, FIRST);
    }

    /** So many entries are kept. */
    int kept() {
        return persisted.values().stream().mapToInt(Map::size).sum() + announced.size();
    }

    @Override
    public long slack() {
        return SLACK;
    }

    /** A name of a message; it begins with its view. */
    static String key(JsonNode message) {
        return message.path("view").asText() + " " + message.path("signer").asText() + " "
                + message.path("kind").asText() + " "
                + message.path("block").path("digest").asText();
    }

    /** The mentions of blocks that say they aren't valid; the others are taken note of. */
    static List<ObjectNode> doubtful(JsonNode value, ValidBlocks valid) {
        List<ObjectNode> found = new ArrayList<>();
        collect(value, valid, found);
        return found;
    }

    private static void collect(JsonNode value, ValidBlocks valid, List<ObjectNode> found) {
        if (value instanceof ObjectNode object && object.path("valid").isBoolean()) {
            if (!object.path("valid").asBoolean()) {
                found.add(object);
            } else if (object.path("view").asLong() > 0) {
                valid.add(object);
            }
            return;
        }
        for (JsonNode part : value) {
            if (part.isContainerNode()) {
                collect(part, valid, found);
            }
        }
    }
}
