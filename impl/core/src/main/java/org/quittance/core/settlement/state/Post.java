package org.quittance.core.settlement.state;

import java.util.List;

/**
 * Entries of the state after a step, in key order, each at most once. An entry that the step
 * removed is here too: its value is 0 or {@link Value.Gone}.
 */
public record Post(List<Entry> entries) {

    public Post {
        entries = List.copyOf(entries);
    }
}
