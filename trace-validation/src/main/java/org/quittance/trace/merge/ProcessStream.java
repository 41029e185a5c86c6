package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.merge.Rules.Item;
import org.quittance.trace.merge.Rules.Notes;

/**
 * The events of one node, one life after another. Between two lives it puts what no process can
 * write about itself: what it had made durable and not said so yet, and its crash. It reads ahead
 * by so many events at most.
 */
final class ProcessStream implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AHEAD = 512;
    private static final long POLL_NANOS = 5_000_000;

    private final Lives lives;
    private final Rules rules;
    private final Rules.Reader follower;
    private final Deque<Item> ready = new ArrayDeque<>();
    private boolean ended;
    private long grewAt;
    private long polledAt;

    ProcessStream(Path directory, Rules rules, long now) {
        this.lives = new Lives(directory, rules.kind());
        this.rules = rules;
        this.follower = rules.reader();
        this.grewAt = now;
        this.polledAt = now - POLL_NANOS;
    }

    /** Opens the first life; false if it isn't there yet. */
    boolean open(long now) throws MergeException {
        return lives.open(now) != null;
    }

    int node() {
        return lives.node();
    }

    /** The header of a merged trace, as this node has it. */
    JsonNode header() {
        return lives.header();
    }

    /** Reads ahead what there is, up to a bound. */
    void poll(long now) throws MergeException {
        if (isFull() || (peek() != null && now - polledAt < POLL_NANOS)) {
            return;
        }
        polledAt = now;
        readAll(now);
        // Asked only now: what the last life wrote was there before the next one began.
        if (!isFull() && lives.hasNext()) {
            readAll(now);
            while (!isFull() && openNext(now)) {
                readAll(now);
            }
        }
    }

    private boolean isFull() {
        return ready.size() >= AHEAD && ready.size() > follower.tentative();
    }

    private void readAll(long now) throws MergeException {
        while (!isFull()) {
            ObjectNode event = lives.next(now);
            if (event == null) {
                return;
            }
            grewAt = now;
            if (event.path("end").asBoolean()) {
                ended = true;
                finish(event, now);
            } else {
                add(event, now);
            }
        }
    }

    private void add(ObjectNode event, long now) throws MergeException {
        Notes notes = follower.read(event);
        ready.add(new Item(event, lives.place(), lives.since(now), notes));
    }

    private boolean openNext(long now) throws MergeException {
        ObjectNode first = lives.open(now);
        if (first == null) {
            return false;
        }
        grewAt = now;
        // What may be taken back is, since it will be done again.
        for (int k = follower.tentative(); k > 0; k--) {
            ready.removeLast();
        }
        finish(first, now);
        ended = false;
        if (rules.knowsCrashes()) {
            add(crash(), now);
        }
        return true;
    }

    private void finish(ObjectNode said, long now) throws MergeException {
        for (ObjectNode step : follower.finish(said.path("durable").asLong())) {
            add(step, now);
        }
    }

    private static ObjectNode crash() {
        ObjectNode crash = JSON.createObjectNode();
        crash.put("time", 0).put("action", "Crash");
        crash.putObject("args");
        crash.putObject("post").put("up", false);
        return crash;
    }

    /** The next event, which stays the next until {@link #take}; null if there is none now. */
    @Nullable Item peek() {
        return ready.size() > follower.tentative() ? ready.peek() : null;
    }

    /** The event is used. */
    void take() {
        ready.remove();
    }

    /** Did the node say that it is done, and is all of it used? */
    boolean isEnded() {
        return ended && peek() == null;
    }

    /** When something was read last, in nanoseconds. */
    long grewAt() {
        return grewAt;
    }

    /** About so many events are there and not used. */
    long behind() {
        return ready.size() + lives.left();
    }

    /** Was this message on its way to the disk when the node was heard of last? */
    boolean isPending(String message) {
        return !ended && follower.isPending(message);
    }

    @Override
    public void close() throws IOException {
        lives.close();
    }
}
