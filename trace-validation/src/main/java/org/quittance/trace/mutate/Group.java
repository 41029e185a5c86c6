package org.quittance.trace.mutate;

import java.util.Comparator;

/**
 * Mutants that are alike.
 *
 * @param spec the spec of the trace
 * @param operator what kind of flaw
 * @param action the action of the event that has it
 * @param field where in the event, with * for indexes; "" for the whole event
 */
public record Group(String spec, Operator operator, String action, String field)
        implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::spec)
                    .thenComparing(Group::operator)
                    .thenComparing(Group::action)
                    .thenComparing(Group::field);

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return spec + ", " + operator + ": " + action + (field.isEmpty() ? "" : " " + field);
    }
}
