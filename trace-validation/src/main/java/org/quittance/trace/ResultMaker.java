package org.quittance.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;

/** Makes results out of outcomes. */
final class ResultMaker {

    private final Trace trace;

    ResultMaker(Trace trace) {
        this.trace = trace;
    }

    ValidationResult of(Timed batch, Timed replay) {
        Outcome outcome = Outcome.of(batch.outcome(), replay.outcome());
        return of(outcome, List.of(batch.run(), replay.run()));
    }

    ValidationResult of(Outcome outcome, List<EngineRun> engines) {
        List<Event> accepted = new ArrayList<>();
        Rejection rejection = null;
        String problem = null;
        switch (outcome) {
            case Outcome.Accepted a -> accepted.addAll(trace.events());
            case Outcome.Rejected r -> {
                accepted.addAll(trace.events().subList(0, r.accepted()));
                rejection = new Rejections(trace).of(r.accepted(), r.explanation());
            }
            case Outcome.Malformed m -> problem = m.problem();
            case Outcome.NotRun n -> problem = n.problem();
            case Outcome.ToolFailed t -> problem = t.problem();
        }
        Map<String, Integer> actions = new TreeMap<>();
        Map<Integer, Integer> nodes = new TreeMap<>();
        for (Event event : accepted) {
            actions.merge(event.action().spelling(), 1, Integer::sum);
            nodes.merge(event.node(), 1, Integer::sum);
        }
        return new ValidationResult(
                ValidationResult.FORMAT,
                ValidationResult.VERSION,
                outcome.verdict(),
                trace.file(),
                trace.header().spec().name(),
                trace.header().commit(),
                trace.header().seed(),
                trace.events().size(),
                engines.stream().mapToLong(EngineRun::states).findFirst().orElse(0),
                actions,
                nodes,
                engines,
                rejection,
                problem);
    }

    static ValidationResult ofNoTrace(String file, Outcome outcome) {
        @Nullable String problem =
                switch (outcome) {
                    case Outcome.Malformed m -> m.problem();
                    case Outcome.NotRun n -> n.problem();
                    case Outcome.ToolFailed t -> t.problem();
                    case Outcome.Accepted a -> null;
                    case Outcome.Rejected r -> null;
                };
        return new ValidationResult(
                ValidationResult.FORMAT, ValidationResult.VERSION, outcome.verdict(), file, "",
                "", null, 0, 0, Map.of(), Map.of(), List.of(), null, problem);
    }
}
