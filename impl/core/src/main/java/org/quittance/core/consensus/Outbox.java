package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;

/** The effects and events of one step while it is taken. Lives no longer than the step. */
final class Outbox {

    private final List<Effect> effects = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    void add(Effect effect) {
        effects.add(effect);
    }

    void add(Event event) {
        events.add(event);
    }

    /** Everything so far, after which the machine is in this state. */
    Step close(State state) {
        return new Step(state, effects, events);
    }
}
