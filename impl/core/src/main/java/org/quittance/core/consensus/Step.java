package org.quittance.core.consensus;

import java.util.List;

/**
 * What came of one input.
 *
 * @param state to be handed in with the next input
 * @param effects to be performed in this order
 * @param events what happened, in order; the same whether or not anyone reads them
 */
public record Step(State state, List<Effect> effects, List<Event> events) {

    public Step {
        effects = List.copyOf(effects);
        events = List.copyOf(events);
    }
}
