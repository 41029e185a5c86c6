package org.quittance.core.replica;

import java.util.List;
import org.quittance.core.consensus.Event;
import org.quittance.core.settlement.codec.SealedCommand;

/**
 * What came of one input.
 *
 * @param effects to be performed in this order
 * @param ordering what happened in ordering, in order
 * @param events what happened in execution and attestation, in order
 * @param leftOut commands of the driver's that may not be in a block: it should forget them
 */
public record ReplicaStep(
        List<ReplicaEffect> effects,
        List<Event> ordering,
        List<SystemEvent> events,
        List<SealedCommand> leftOut) {

    public ReplicaStep {
        effects = List.copyOf(effects);
        ordering = List.copyOf(ordering);
        events = List.copyOf(events);
        leftOut = List.copyOf(leftOut);
    }
}
