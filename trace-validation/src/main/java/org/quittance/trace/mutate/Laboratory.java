package org.quittance.trace.mutate;

import java.util.List;

/** Makes mutants of one trace and has them judged. */
final class Laboratory {

    private final TraceText trace;
    private final Judge judge;

    Laboratory(TraceText trace, Judge judge) {
        this.trace = trace;
        this.judge = judge;
    }

    /** Judges the first way to make the mutant that is a well-formed trace, else the first way. */
    Trial test(Mutant mutant) {
        List<Edit> ways = mutant.ways().get();
        Trial first = null;
        for (Edit edit : ways) {
            // A changed receipt may no longer be caused by what caused it.
            for (boolean caused : isCaused(edit) ? List.of(true, false) : List.of(true)) {
                int rest = edit.rest(trace.events().size());
                Judgement judgement = judge.judge(trace.lines(edit, caused), edit.same(), rest);
                Trial trial = new Trial(trace, mutant, edit, judgement);
                if (!(judgement instanceof Judgement.Malformed)) {
                    return trial;
                }
                first = first == null ? trial : first;
            }
        }
        if (first == null) {
            throw new IllegalStateException("there is no way to make " + mutant);
        }
        return first;
    }

    private static boolean isCaused(Edit edit) {
        return edit.middle().stream().anyMatch(p -> !p.event().path("cause").isEmpty());
    }
}
