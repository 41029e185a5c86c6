package org.quittance.trace;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;

/** Makes results out of outcomes. */
final class ResultMaker {

    private final String file;
    private final Header header;
    private final Tally tally;
    private final int events;

    /**
     * For a trace.
     *
     * @param tally of the events that were accepted
     * @param events how many there are; 0 if that is not known
     */
    ResultMaker(String file, Header header, Tally tally, int events) {
        this.file = file;
        this.header = header;
        this.tally = tally;
        this.events = events;
    }

    /**
     * The result.
     *
     * @param rejected the event that was rejected, if one was
     */
    ValidationResult of(Outcome outcome, List<EngineRun> engines, @Nullable Event rejected) {
        Rejection rejection = outcome instanceof Outcome.Rejected r && rejected != null
                ? new Rejections(file, header, tally).of(rejected, events, r.explanation())
                : null;
        return new ValidationResult(
                ValidationResult.FORMAT,
                ValidationResult.VERSION,
                outcome.verdict(),
                file,
                header.spec().name(),
                header.commit(),
                header.seed(),
                events,
                tally.accepted() + 1L,
                tally.upkeep(),
                tally.actions(),
                tally.nodes(),
                engines,
                rejection,
                problem(outcome));
    }

    static ValidationResult ofNoTrace(String file, Outcome outcome) {
        return new ValidationResult(
                ValidationResult.FORMAT, ValidationResult.VERSION, outcome.verdict(), file, "",
                "", null, 0, 0, 0, Map.of(), Map.of(), List.of(), null, problem(outcome));
    }

    private static @Nullable String problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Malformed m -> m.problem();
            case Outcome.NotRun n -> n.problem();
            case Outcome.ToolFailed t -> t.problem();
            case Outcome.Accepted a -> null;
            case Outcome.Rejected r -> null;
        };
    }
}
