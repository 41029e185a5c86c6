package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The blocks that validators committed. One that takes over the state of others commits a block
 * without having those below it, so the path to it is left out of its trace: the others know it,
 * and as a block names its parent there is no other.
 *
 * <p>Memory: the blocks above the one that the validator which is furthest behind has committed.
 */
final class CommittedBlocks {

    /** The block that a node committed last. */
    private record Tip(long view, String digest) {}

    private final TreeMap<Long, ObjectNode> chain = new TreeMap<>();
    private final Map<Integer, @Nullable Tip> tips = new HashMap<>();

    /** These are the nodes whose traces there are. */
    void begin(Collection<Integer> nodes) {
        nodes.forEach(node -> tips.put(node, null));
    }

    /**
     * The way up from what a node has committed to a block that others have committed; empty if
     * that isn't known yet.
     */
    Optional<List<ObjectNode>> path(int node, JsonNode to) {
        Tip tip = tips.get(node);
        List<ObjectNode> path = new ArrayList<>();
        long view = to.path("view").asLong();
        String digest = to.path("digest").asText();
        while (view > (tip == null ? 0 : tip.view())) {
            ObjectNode block = chain.get(view);
            if (block == null || !block.path("digest").asText().equals(digest)) {
                return Optional.empty();
            }
            path.add(block);
            view = block.path("parentView").asLong();
            digest = block.path("parent").asText();
        }
        // Where it misses what the node had, the chain is forked, and the spec is to say so.
        Collections.reverse(path);
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    /** The node has committed these blocks. */
    void committed(int node, JsonNode path) {
        for (JsonNode block : path) {
            if (block instanceof ObjectNode object) {
                chain.putIfAbsent(object.path("view").asLong(), object.deepCopy());
                isAt(node, object);
            }
        }
        forget();
    }

    /** The node goes on from this block. */
    void isAt(int node, JsonNode block) {
        tips.put(node, new Tip(block.path("view").asLong(), block.path("digest").asText()));
    }

    private void forget() {
        long lowest = Long.MAX_VALUE;
        for (Tip tip : tips.values()) {
            lowest = Math.min(lowest, tip == null ? 0 : tip.view());
        }
        chain.headMap(lowest, true).clear();
    }

    /** How many blocks are remembered. */
    int size() {
        return chain.size();
    }
}
