package org.quittance.node.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.trace.SettlementTraceFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the settlement machine of one life does, in the lines of {@link
 * SettlementTraceFormat}. A life that begins with an older state executes again what a life before
 * it wrote down to the end of a block; that is not written twice. It belongs to the core's thread.
 *
 * <p>Each step costs what it changes. The end of a block costs the whole state, so this is for a
 * validator or two of a chain, and not for a large market.
 */
public final class SettlementTracer implements EventSink {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementTracer.class);

    /** What events show as a whole, whatever they change. */
    private static final Set<Variable> WHOLE = EnumSet.of(Variable.JAILED, Variable.JOINED);

    private final int node;
    private final TraceFile file;
    private final long beganNanos = System.nanoTime();
    private final SortedMap<Key, Value> state = new TreeMap<>();
    /** The last height that is written down. */
    private long done;
    private long height;
    private long seq;

    /**
     * A tracer of one life.
     *
     * @param done the last height that lives before it wrote down
     */
    SettlementTracer(int node, TraceFile file, long done) {
        this.node = node;
        this.file = file;
        this.done = done;
    }

    /**
     * The machine, before it takes a step; also one that takes the place of another. If it is too
     * far ahead already, the trace ends.
     */
    public void begin(Settlement settlement) {
        state.clear();
        apply(settlement.state().ledger().entries());
        height = settlement.height();
        if (height > done + 1) {
            LOG.warn("no settlement trace: it has heights up to {}, and this validator goes on"
                    + " with {}", done, height);
            file.close();
        }
    }

    private void apply(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.isPresent()) {
                state.put(entry.key(), entry.value());
            } else {
                state.remove(entry.key());
            }
        }
    }

    @Override
    public void on(Event event) {
        boolean isEnd = event instanceof Event.EndBlock;
        if (height <= done || !file.isOpen()) {
            apply(event.post().entries());
        } else {
            List<Key> changed = event.post().entries().stream().map(Entry::key).toList();
            SortedMap<Key, Value> before = isEnd ? new TreeMap<>() : part(changed);
            apply(event.post().entries());
            long millis = (System.nanoTime() - beganNanos) / 1_000_000;
            file.line(SettlementTraceFormat.event(
                    node, seq++, millis, event, before, isEnd ? state : part(changed)));
        }
        if (isEnd) {
            done = Math.max(done, file.isOpen() ? height : 0);
            height++;
        }
    }

    /** What an event may show: scalars, some sets, and what it changed. */
    private SortedMap<Key, Value> part(List<Key> changed) {
        SortedMap<Key, Value> part = new TreeMap<>();
        List<Key> keys = new ArrayList<>(changed);
        for (Variable variable : Variable.values()) {
            if (variable.isScalar()) {
                keys.add(Key.of(variable));
            } else if (WHOLE.contains(variable)) {
                keys.addAll(state.subMap(
                        new Key(variable, Long.MIN_VALUE, Long.MIN_VALUE),
                        new Key(variable, Long.MAX_VALUE, Long.MAX_VALUE)).keySet());
            }
        }
        for (Key key : keys) {
            Value value = state.get(key);
            if (value != null) {
                part.put(key, value);
            }
        }
        return part;
    }

    void flush() {
        file.flush();
    }

    /** The life ends as it should. */
    void close() {
        file.line("{\"end\":true,\"durable\":" + done + "}");
        file.flush();
        file.close();
    }
}
