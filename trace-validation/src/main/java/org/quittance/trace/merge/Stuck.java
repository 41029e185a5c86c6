package org.quittance.trace.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * An event that waits.
 *
 * @param awaited the node whose event it waits for; null if that is anybody's
 * @param message what must be durable there, if it is a message
 * @param isUnclear whether it waits for somebody's word only
 */
record Stuck(
        ProcessStream stream,
        Rules.Item item,
        @Nullable ProcessStream awaited,
        String message,
        String what,
        boolean isUnclear) {

    /** For people. */
    String text() {
        return "node " + stream.node() + " waits for " + what + " (" + item.line() + ")";
    }

    /** Has the node whose event it waits for nothing more to say, as far as is known? */
    boolean isDry() {
        ProcessStream other = awaited;
        return other != null && other.peek() == null;
    }

    /**
     * The event that has waited in vain, if one has: what it waits for waits for itself, or for
     * nobody who could still say anything. Asked when no event can come.
     */
    static @Nullable Stuck inVain(List<Stuck> stuck) {
        for (Stuck each : stuck) {
            if (each.isCircle(stuck)) {
                return each;
            }
        }
        boolean isOfAnybody = stuck.stream().allMatch(each -> each.awaited() == null);
        return isOfAnybody && !stuck.isEmpty() ? stuck.get(0) : null;
    }

    private boolean isCircle(List<Stuck> stuck) {
        Set<Integer> seen = new HashSet<>();
        Stuck at = this;
        while (seen.add(at.stream().node())) {
            ProcessStream other = at.awaited();
            Stuck next = null;
            for (Stuck each : stuck) {
                next = other != null && each.stream().node() == other.node() ? each : next;
            }
            if (next == null) {
                return false;
            }
            at = next;
        }
        return at.stream().node() == stream.node();
    }
}
