package org.quittance.core.settlement;

import java.util.Optional;

/**
 * What became of a command.
 *
 * @param rejection why it was refused; empty if it was accepted
 */
public record Outcome(Optional<Rejection> rejection) {

    /** The command was accepted. */
    public static final Outcome ACCEPTED = new Outcome(Optional.empty());

    /** The command was refused. */
    public static Outcome refused(Rejection reason) {
        return new Outcome(Optional.of(reason));
    }

    public boolean isAccepted() {
        return rejection.isEmpty();
    }
}
