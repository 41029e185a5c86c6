package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Event;
import org.quittance.core.message.LogRecord;
import org.quittance.core.settlement.codec.SealedCommand;

/** The effects and events of one step while it is taken. Lives no longer than the step. */
final class ReplicaOutbox {

    private final List<ReplicaEffect> effects = new ArrayList<>();
    private final List<Event> ordering = new ArrayList<>();
    private final List<SystemEvent> events = new ArrayList<>();
    private final List<SealedCommand> leftOut = new ArrayList<>();
    private final LogIndexes indexes;

    ReplicaOutbox(LogIndexes indexes) {
        this.indexes = indexes;
    }

    void add(ReplicaEffect effect) {
        effects.add(effect);
    }

    void add(Effect effect) {
        effects.add(new ReplicaEffect.Ordering(effect));
    }

    void add(SystemEvent event) {
        events.add(event);
    }

    void addOrdering(List<Event> more) {
        ordering.addAll(more);
    }

    /** Tells the driver that the command may not be in a block. */
    void leaveOut(SealedCommand command) {
        leftOut.add(command);
    }

    /** Appends a record of ordering's to the log. */
    void write(Effect.Persist persist) {
        add(new Effect.Persist(indexes.place(persist.index()), persist.record()));
    }

    /** Appends a record to the log that is not ordering's. Returns its place. */
    long write(LogRecord record) {
        long place = indexes.place();
        add(new Effect.Persist(place, record));
        return place;
    }

    /** Everything so far. */
    ReplicaStep close() {
        return new ReplicaStep(effects, ordering, events, leftOut);
    }
}
