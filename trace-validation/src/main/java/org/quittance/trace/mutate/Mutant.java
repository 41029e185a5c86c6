package org.quittance.trace.mutate;

import java.util.List;
import java.util.function.Supplier;

/**
 * A flaw in a trace. There may be several ways to make it; the first one that is a well-formed
 * trace is the mutant, so that the spec has something to reject.
 *
 * @param operator what kind of flaw
 * @param action the action of the event that has it
 * @param field where in the event, with * for indexes; "" for the whole event
 * @param event the index of the event in the accepted trace
 * @param place the index of the flaw in the mutant
 * @param ways the ways to make it, the best first
 */
record Mutant(
        Operator operator,
        String action,
        String field,
        int event,
        int place,
        Supplier<List<Edit>> ways) {

    /** What mutants have in common that are alike in a trace of that spec. */
    Group group(String spec) {
        return new Group(spec, operator, action, field);
    }
}
