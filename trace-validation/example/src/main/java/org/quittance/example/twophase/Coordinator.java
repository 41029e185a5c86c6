package org.quittance.example.twophase;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Decides whether the transaction takes effect. It is node 0. */
final class Coordinator {

    private static final int ID = 0;

    private final int participants;
    private final boolean hasty;
    private final Consumer<Message> everybody;
    private final StepLog steps;
    private final SortedSet<Integer> heard = new TreeSet<>();
    private String decision = "none";

    /**
     * A coordinator.
     *
     * @param participants how many there are
     * @param hasty true for one with a fault: it takes silence for consent
     * @param everybody takes its messages
     */
    Coordinator(int participants, boolean hasty, Consumer<Message> everybody, StepLog steps) {
        this.participants = participants;
        this.hasty = hasty;
        this.everybody = everybody;
        this.steps = steps;
    }

    /** A participant says yes. */
    void hear(Message yes) {
        heard.add(yes.from());
        steps.log(ID, "Hear", Map.of("message", yes), Map.of("heard", heard));
        if (heard.size() == participants) {
            decide("commit");
        }
    }

    /** It has waited long enough. */
    void timeout() {
        decide(hasty ? "commit" : "abort");
    }

    private void decide(String kind) {
        if (decision.equals("none")) {
            decision = kind;
            steps.log(ID, "Decide", Map.of("kind", kind), Map.of("decision", decision));
            everybody.accept(new Message(kind, ID));
        }
    }
}
