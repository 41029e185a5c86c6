package org.quittance.trace.format;

import java.util.List;

/**
 * A well-formed trace. Whether the spec allows it is another question.
 *
 * @param file where it was read, as it was named by whoever asked
 * @param header the first line
 * @param events at least one, in an order that respects causality
 */
public record Trace(String file, Header header, List<Event> events) {

    /** Copies the list. */
    public Trace {
        events = List.copyOf(events);
    }
}
