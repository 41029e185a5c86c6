package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a mutant has in the place of some events.
 *
 * @param from the index of the first event that it replaces
 * @param to the index after the last one; from if it replaces none
 * @param middle what stands there instead
 */
record Edit(int from, int to, List<Placed> middle) {

    /**
     * An event in a mutant.
     *
     * @param event its text; number and cause are made to fit
     * @param origin the index of the event that it was, or is made from; causes refer to that
     */
    record Placed(ObjectNode event, int origin) {}

    Edit {
        middle = List.copyOf(middle);
    }

    /** One event as it is changed. */
    static Edit changed(int index, ObjectNode event) {
        return new Edit(index, index + 1, List.of(new Placed(event, index)));
    }

    /** How many events before it are as they were. */
    int same() {
        return from;
    }

    /** How many events after it are as they were, in a trace of so many events. */
    int rest(int size) {
        return size - to;
    }
}
