package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.replay.Stepper.State;
import org.quittance.trace.replay.Stepper.Taken;

/**
 * Validates a trace as it comes, with TLC's evaluator. Its memory does not grow with the trace.
 */
final class StreamEngine {

    private final EventStream events;
    private final Tally tally = new Tally();
    private @Nullable Event rejected;

    StreamEngine(EventStream events) {
        this.events = events;
    }

    /** What is known of the events that were accepted. */
    Tally tally() {
        return tally;
    }

    /** The event that was rejected; null if none was. */
    @Nullable Event rejected() {
        return rejected;
    }

    /**
     * Takes every event as a step, up to the first that is none.
     *
     * @param window how much of the run is remembered at least
     * @throws MalformedTraceException if the trace is not one, as far as it was read
     * @throws IOException if it can't be read
     */
    EngineOutcome run(List<Path> folders, int window)
            throws MalformedTraceException, IOException {
        try (ReplaySession session = ReplaySession.of(events.header(), folders, window)) {
            State state = session.initial();
            for (Event event = events.next(); event != null; event = events.next()) {
                switch (session.take(state, event)) {
                    case Taken.Next next -> {
                        state = next.state();
                        tally.accept(event, next.upkeep());
                    }
                    case Taken.Refused refused -> {
                        rejected = event;
                        return new EngineOutcome.Rejected(
                                session.version(), tally.accepted(),
                                tally.accepted() + 1L, refused.why());
                    }
                }
            }
            return new EngineOutcome.Accepted(
                    session.version(), tally.accepted(), tally.accepted() + 1L);
        } catch (StepException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        }
    }
}
