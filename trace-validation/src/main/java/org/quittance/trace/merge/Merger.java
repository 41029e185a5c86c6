package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.Verdict;
import org.quittance.trace.merge.Rules.Item;
import org.quittance.trace.merge.Rules.Readiness;

/**
 * Puts the events of several nodes into one order: the events of a node in its own, and nothing
 * received before it was made durable by its sender. No clock of theirs is looked at. Among events
 * that could come next, those of the node that is furthest behind do, since a validator of traces
 * forgets what is old.
 */
final class Merger implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rules rules;
    private final SortedMap<Integer, ProcessStream> streams = new TreeMap<>();
    private final SortedMap<Integer, Long> last = new TreeMap<>();
    private long events;
    private int crashes;
    private String place = "";
    private long since;

    Merger(Rules rules) {
        this.rules = rules;
    }

    /** A node whose first life is open. */
    void add(ProcessStream stream) throws MergeException {
        if (streams.putIfAbsent(stream.node(), stream) != null) {
            throw new MergeException(Verdict.MALFORMED,
                    "two of the folders are of node " + stream.node());
        }
    }

    Collection<ProcessStream> streams() {
        return streams.values();
    }

    /** So many events came out. */
    long events() {
        return events;
    }

    /** So many crashes are among them. */
    int crashes() {
        return crashes;
    }

    /** Where the last event that came out stands in the files, for people. */
    String place() {
        return place;
    }

    /** Since when it was there, in nanoseconds. */
    long since() {
        return since;
    }

    /** The first line of the merged trace. */
    ObjectNode header() throws MergeException {
        ProcessStream first = streams.get(streams.firstKey());
        if (first == null) {
            throw new IllegalStateException("no node");
        }
        if (!(first.header().deepCopy() instanceof ObjectNode header)) {
            throw new IllegalStateException("no object");
        }
        for (ProcessStream stream : streams.values()) {
            if (!stream.header().equals(first.header())) {
                throw new MergeException(Verdict.MALFORMED, "nodes " + first.node() + " and "
                        + stream.node() + " are of different chains");
            }
        }
        if (header.has("byzantine")) {
            ArrayNode byzantine = header.putArray("byzantine");
            for (JsonNode validator : header.path("validators")) {
                if (!streams.containsKey(validator.asInt())) {
                    byzantine.add(validator.asInt());
                }
            }
        }
        rules.begin(header);
        return header;
    }

    /** Reads ahead what is there. */
    void poll(long now) throws MergeException {
        for (ProcessStream stream : streams.values()) {
            stream.poll(now);
        }
    }

    /**
     * The next event; null if none can come now.
     *
     * @param active from when on a node was heard of that is expected to go on: so the others don't
     *     get far ahead of it
     */
    @Nullable ObjectNode next(long active) throws MergeException {
        for (ProcessStream stream : byProgress()) {
            Item item = head(stream);
            if (item != null && !isAhead(stream, active)
                    && readiness(stream, item) instanceof Readiness.Ready(ObjectNode cause)) {
                return take(stream, item, cause);
            }
        }
        return null;
    }

    /** The next event of the node that isn't said by another already. */
    private @Nullable Item head(ProcessStream stream) {
        Item item = stream.peek();
        while (item != null && rules.isKnown(item.event())) {
            stream.take();
            item = stream.peek();
        }
        return item;
    }

    private Readiness readiness(ProcessStream stream, Item item) {
        return rules.readiness(item, stream.node(), streams::containsKey);
    }

    /** Is it ahead of a node of which nothing more is here, but may be soon? */
    private boolean isAhead(ProcessStream stream, long active) {
        long own = rules.progress(stream.node());
        for (ProcessStream other : streams.values()) {
            if (other.peek() == null && !other.isEnded() && other.grewAt() - active > 0
                    && rules.progress(other.node()) + rules.slack() < own) {
                return true;
            }
        }
        return false;
    }

    private List<ProcessStream> byProgress() {
        List<ProcessStream> all = new ArrayList<>();
        for (ProcessStream stream : streams.values()) {
            int at = all.size();
            while (at > 0 && rules.progress(all.get(at - 1).node())
                    > rules.progress(stream.node())) {
                at--;
            }
            all.add(at, stream);
        }
        return all;
    }

    /** What can't come, and what it waits for; the node that is furthest behind is first. */
    List<Stuck> stuck() {
        List<Stuck> stuck = new ArrayList<>();
        for (ProcessStream stream : byProgress()) {
            Item item = head(stream);
            if (item != null) {
                switch (readiness(stream, item)) {
                    case Readiness.Ready ready -> { }
                    case Readiness.Waits(int node, String message, String what) ->
                            stuck.add(new Stuck(
                                    stream, item, streams.get(node), message, what, false));
                    case Readiness.Unclear(String what) ->
                            stuck.add(new Stuck(stream, item, null, "", what, true));
                }
            }
        }
        return stuck;
    }

    /** Takes an event though what it waits for isn't there: the spec says whether it may. */
    ObjectNode release(Stuck stuck) throws MergeException {
        rules.settle(stuck.item());
        return take(stuck.stream(), stuck.item(), JSON.createObjectNode());
    }

    private ObjectNode take(ProcessStream stream, Item item, ObjectNode cause)
            throws MergeException {
        stream.take();
        int node = stream.node();
        long seq = last.getOrDefault(node, -1L) + 1;
        rules.took(item, node, seq);
        last.put(node, seq);
        events++;
        crashes += item.event().path("action").asText().equals("Crash") ? 1 : 0;
        place = item.line();
        since = item.since();
        ObjectNode numbered = JSON.createObjectNode().put("node", node).put("seq", seq);
        numbered.set("cause", cause);
        for (Iterator<String> names = item.event().fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!numbered.has(name)) {
                numbered.set(name, item.event().get(name));
            }
        }
        return numbered;
    }

    /** The last line. */
    ObjectNode end() {
        ObjectNode end = JSON.createObjectNode().put("end", true).put("events", events);
        ObjectNode numbers = end.putObject("last");
        last.forEach((node, seq) -> numbers.put(Integer.toString(node), seq));
        return end;
    }

    @Override
    public void close() {
        for (ProcessStream stream : streams.values()) {
            try {
                stream.close();
            } catch (IOException e) {
                // It was only read.
            }
        }
    }
}
