package org.quittance.example.twophase;

import java.util.Map;
import java.util.function.Consumer;

/** Does a part of the transaction. */
final class Participant {

    private final int id;
    private final boolean able;
    private final Consumer<Message> coordinator;
    private final StepLog steps;
    private String state = "working";

    /**
     * A participant.
     *
     * @param able whether it can do its part
     * @param coordinator takes its messages
     */
    Participant(int id, boolean able, Consumer<Message> coordinator, StepLog steps) {
        this.id = id;
        this.able = able;
        this.coordinator = coordinator;
        this.steps = steps;
    }

    /** The coordinator asks it. */
    void ask() {
        if (!state.equals("working")) {
            return;
        }
        state = able ? "prepared" : "aborted";
        // Logged before it is sent: whoever acts on the message comes later in the trace.
        steps.log(id, able ? "Prepare" : "Refuse", Map.of(), Map.of("state", state));
        if (able) {
            coordinator.accept(new Message("yes", id));
        }
    }

    /** The coordinator has decided. */
    void learn(Message outcome) {
        if (state.equals("working") || state.equals("prepared")) {
            state = outcome.kind().equals("commit") ? "committed" : "aborted";
            steps.log(id, "Learn", Map.of("kind", outcome.kind()), Map.of("state", state));
        }
    }
}
