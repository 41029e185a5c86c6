package org.quittance.peers;

import java.util.Set;

/**
 * Where in the lines of a trace that stands which matters for breaking it.
 *
 * @param kind the path of the field that says what happened, with dots between names
 * @param node the path of the field that says to whom, or the empty string if there is none
 * @param unread paths of fields that are for people or for the log only; whatever is below them is
 *     left alone too
 * @param first how many lines at the beginning are no events
 * @param last how many lines at the end are no events
 */
record Shape(String kind, String node, Set<String> unread, int first, int last) {

    Shape {
        unread = Set.copyOf(unread);
    }

    /** Whether a field is one that a checker may be expected to look at. */
    boolean isRead(String path) {
        return unread.stream()
                .noneMatch(name -> path.equals(name) || path.startsWith(name + "."));
    }
}
