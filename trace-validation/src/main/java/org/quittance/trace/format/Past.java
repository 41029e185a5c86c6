package org.quittance.trace.format;

import java.util.BitSet;

/** How far each node has come, and which of its latest events may be causes of others. */
final class Past {

    /** Of so many events of each node it is remembered; older ones are taken at their word. */
    private static final int MOST = 1 << 16;

    private final long[] counts;
    private final BitSet[] origins;
    private long count;
    private int only = -1;

    Past(int nodes) {
        counts = new long[nodes];
        origins = new BitSet[nodes];
        for (int node = 0; node < nodes; node++) {
            origins[node] = new BitSet();
        }
    }

    /** How many events there are. */
    long count() {
        return count;
    }

    /** How many there are of a node. */
    long count(int node) {
        return counts[node];
    }

    /** Whose the last event was; -1 before the first. */
    int only() {
        return only;
    }

    void add(Event event, boolean isOrigin) {
        origins[event.node()].set((int) (counts[event.node()] % MOST), isOrigin);
        counts[event.node()]++;
        count++;
        only = event.node();
    }

    /** Was that event of a node one that causes receipts? */
    boolean wasOrigin(int node, long seq) {
        if (node < 0 || node >= counts.length || seq < 0 || seq >= counts[node]) {
            return false;
        }
        return seq < counts[node] - MOST || origins[node].get((int) (seq % MOST));
    }
}
