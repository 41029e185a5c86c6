package org.quittance.core.replica;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Numbers the records of the one log, which ordering and attestation both write to, though ordering
 * believes that all records are its own. It belongs to one replica.
 */
final class LogIndexes {

    /** The places of ordering's records in the log, and what ordering takes them for. */
    private final NavigableMap<Long, Long> unacknowledged = new TreeMap<>();
    private long next;

    /** With so many records in the log already. */
    LogIndexes(long next) {
        this.next = next;
    }

    /** The place of a record that ordering takes for the one with this index. */
    long place(long ordering) {
        unacknowledged.put(next, ordering);
        return next++;
    }

    /** The place of a record that ordering doesn't know of. */
    long place() {
        return next++;
    }

    /**
     * All records up to this place are durable: ordering's last one among them that it hasn't heard
     * of.
     *
     * @throws IllegalArgumentException if there is no record in this place
     */
    OptionalLong acknowledge(long upTo) {
        if (upTo >= next) {
            throw new IllegalArgumentException("record " + upTo
                    + " is acknowledged, but the next to be written is " + next);
        }
        NavigableMap<Long, Long> durable = unacknowledged.headMap(upTo, true);
        Map.@Nullable Entry<Long, Long> last = durable.lastEntry();
        durable.clear();
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.getValue());
    }
}
