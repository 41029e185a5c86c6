package org.quittance.trace.mutate;

import java.util.List;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Mutants that are not rejected, for one reason.
 *
 * @param spec the spec of the traces
 * @param kind what this says of the check
 * @param reason why they are not rejected
 * @param groups which they are, each with one that shows it
 */
record Survivors(String spec, Kind kind, String reason, List<Known> groups) {

    /** What it says of the check that a mutant is not rejected. */
    enum Kind {
        /** What it tells is a run that the spec allows, if another one: it must be accepted. */
        LEGAL,
        /** What is wrong with it is nothing that the spec knows of. */
        OUTSIDE,
        /** The check should find it and doesn't. */
        HOLE
    }

    /**
     * A group of survivors.
     *
     * @param operator the kind of flaw
     * @param action the action of the event with the flaw
     * @param field where it is; "" for the whole event
     * @param example file and line of an event of which the mutant survives
     */
    record Known(Operator operator, String action, String field, String example) {
        Known(Operator operator, String action, @Nullable String field, String example) {
            this.operator = Objects.requireNonNull(operator);
            this.action = Objects.requireNonNull(action);
            this.field = field == null ? "" : field;
            this.example = Objects.requireNonNull(example);
        }
    }

    Survivors {
        Objects.requireNonNull(spec);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reason);
        groups = List.copyOf(groups);
    }
}
