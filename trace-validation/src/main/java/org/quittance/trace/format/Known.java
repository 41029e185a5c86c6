package org.quittance.trace.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a reader remembers of a trace: the records that stand for the digests it met. A trace may be
 * of any length, so that only those are remembered that it met last.
 */
final class Known {

    /** So many digests are remembered. */
    static final int MOST = 4096;

    private final int nodes;
    private final Map<String, Term.Rec> records =
            new LinkedHashMap<>(2 * MOST, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Term.Rec> eldest) {
                    return size() > MOST;
                }
            };

    /** Of a trace with so many nodes. */
    Known(int nodes) {
        this.nodes = nodes;
    }

    /** How many nodes there are. */
    int nodes() {
        return nodes;
    }

    /** The record that this digest stands for; null if none is remembered. */
    Term.@Nullable Rec record(String digest) {
        return records.get(digest);
    }

    /**
     * Remembers a record.
     *
     * @return another one that has its key; null if there is none
     */
    Term.@Nullable Rec other(FieldType.Rec type, Term.Rec rec) {
        String name = type.key();
        if (name == null || !(rec.fields().get(name) instanceof Term.Digest key)) {
            return null;
        }
        Term.Rec known = records.putIfAbsent(key.value(), rec);
        return known == null || known.equals(rec) ? null : known;
    }
}
