package org.quittance.core.replica;

import java.util.List;
import org.quittance.core.consensus.Event;

/**
 * What came of one input.
 *
 * @param effects to be performed in this order
 * @param ordering what happened in ordering, in order
 * @param events what happened in execution and attestation, in order
 */
public record ReplicaStep(
        List<ReplicaEffect> effects, List<Event> ordering, List<SystemEvent> events) {

    public ReplicaStep {
        effects = List.copyOf(effects);
        ordering = List.copyOf(ordering);
        events = List.copyOf(events);
    }
}
