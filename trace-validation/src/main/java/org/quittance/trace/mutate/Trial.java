package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A mutant and what was said of it.
 *
 * @param trace the accepted trace
 * @param mutant the flaw
 * @param edit how it was made in the end
 * @param judgement what was said
 */
record Trial(TraceText trace, Mutant mutant, Edit edit, Judgement judgement) {

    Group group() {
        return mutant.group(trace.spec());
    }

    /** The event with the flaw, as it was. */
    ObjectNode original() {
        return trace.events().get(mutant.event());
    }

    /** The event with that index in the mutant. */
    ObjectNode event(int index) {
        return events().get(index).event();
    }

    private List<Edit.Placed> events() {
        return trace.with(edit);
    }

    /** What stands in the place of the flaw. */
    ObjectNode now() {
        List<Edit.Placed> events = events();
        return events.get(Math.min(mutant.place(), events.size() - 1)).event();
    }

    /** The place of the mutant for people: file and line of the event in the accepted trace. */
    String at() {
        return trace.name() + ":" + (mutant.event() + 2);
    }
}
