package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.replay.StepException;

/**
 * Validates a trace in segments, side by side. It is cut at events that have all variables: a
 * segment begins in the state that the event before it has, and its own last event says in which
 * state it must end. So each segment ends where the next one begins, or is rejected there.
 */
final class SegmentsEngine {

    /** A segment has at least so many events. */
    private final int least;

    private final EventStream events;
    private int read;
    private int segments;
    private @Nullable Event rejected;

    SegmentsEngine(EventStream events, int least) {
        this.events = events;
        this.least = least;
    }

    /** The event that was rejected; null if none was. */
    @Nullable Event rejected() {
        return rejected;
    }

    /** How many segments there were. */
    int segments() {
        return segments;
    }

    /**
     * Validates all segments, up to the first that is rejected.
     *
     * @throws MalformedTraceException if the trace is not one, as far as it was read
     * @throws IOException if it can't be read
     */
    EngineOutcome run(List<Path> folders, int window)
            throws MalformedTraceException, IOException {
        String whole = events.header().spec().whole();
        if (whole.isEmpty()) {
            throw new IOException("traces of " + events.header().spec()
                    + " can't be validated in segments; leave --segments out");
        }
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        Deque<Future<Segment.Result>> running = new ArrayDeque<>();
        try (SegmentWorkers checkers =
                new SegmentWorkers(events.header(), folders, window, workers)) {
            @Nullable Event start = null;
            List<Event> taken = new ArrayList<>();
            EngineOutcome outcome = null;
            for (Event event = events.next(); event != null; event = events.next()) {
                read++;
                taken.add(event);
                if (taken.size() >= least && event.action().spelling().equals(whole)) {
                    Segment segment = new Segment(start, taken);
                    running.add(threads.submit(() -> checkers.check(segment)));
                    segments++;
                    start = event;
                    taken = new ArrayList<>();
                }
                while (outcome == null && running.size() > 2 * workers) {
                    outcome = judge(running.remove().get());
                }
                if (outcome != null) {
                    return outcome;
                }
            }
            if (!taken.isEmpty()) {
                Segment last = new Segment(start, taken);
                running.add(threads.submit(() -> checkers.check(last)));
                segments++;
            }
            while (!running.isEmpty()) {
                EngineOutcome found = judge(running.remove().get());
                if (found != null) {
                    return found;
                }
            }
            return new EngineOutcome.Accepted(checkers.version(), read, read + 1L);
        } catch (StepException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new EngineOutcome.Failed("", "interrupted");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Null if the segment is accepted. */
    private @Nullable EngineOutcome judge(Segment.Result result) {
        Event event = result.rejected();
        if (result.problem() != null) {
            return new EngineOutcome.Failed("", result.problem());
        }
        if (event == null) {
            return null;
        }
        rejected = event;
        // The header has the first line.
        int accepted = event.line() - 2;
        return new EngineOutcome.Rejected("", accepted, accepted + 1L, result.why());
    }
}
