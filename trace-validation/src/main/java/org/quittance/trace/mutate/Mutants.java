package org.quittance.trace.mutate;

import java.util.ArrayList;
import java.util.List;

/** All mutants of a trace, in the order of its events. */
final class Mutants {

    private Mutants() {}

    /**
     * Those of the trace, but for those that are cut off.
     *
     * @param others traces that show what else could stand in a field
     */
    static List<Mutant> of(TraceText trace, List<TraceText> others) {
        Pool pool = Pool.of(trace, others);
        EventMutants events = new EventMutants(trace);
        FieldMutants fields = new FieldMutants(trace, pool);
        List<Mutant> all = new ArrayList<>();
        for (int k = 0; k < trace.events().size(); k++) {
            all.addAll(events.of(k));
            all.addAll(fields.of(k));
        }
        return all;
    }
}
