package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.batch.BatchEngine;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.Lines;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.replay.ReplaySession;

/**
 * Validates traces: as a stream with TLC's evaluator, and if wanted a second time, with an
 * unmodified TLC that runs over the whole.
 */
public final class TraceValidator {

    /** TLC's evaluator recurses; this is more than it has when it runs by itself. */
    private static final long STACK = 64L << 20;

    private final Catalogue catalogue;
    private final Map<String, String> environment;
    private final boolean both;
    private final int window;

    /**
     * A validator.
     *
     * @param catalogue the specs that traces may follow
     * @param environment where TLA2TOOLS_JAR can name another TLC for the batch way
     * @param both whether the batch way is taken too
     * @param window how much of a run is remembered at least, if its spec forgets anything
     */
    public TraceValidator(
            Catalogue catalogue, Map<String, String> environment, boolean both, int window) {
        this.catalogue = catalogue;
        this.environment = Map.copyOf(environment);
        this.both = both;
        this.window = window;
    }

    /**
     * Validates one file in parts: each node by itself, side by side, and what they sent to each
     * other.
     */
    public ValidationResult validateParts(Path file) {
        return split(file, () -> parts(file.toString(), file));
    }

    /**
     * Validates one file in segments, side by side.
     *
     * @param least how many events a segment has at least
     */
    public ValidationResult validateSegments(Path file, int least) {
        return split(file, () -> segments(file.toString(), file, least));
    }

    private static ValidationResult split(Path file, Callable<ValidationResult> work) {
        try {
            return deep(work);
        } catch (IOException e) {
            return ResultMaker.ofNoTrace(
                    file.toString(), new Outcome.NotRun(file + ": " + e.getMessage()));
        }
    }

    private ValidationResult segments(String name, Path file, int least) throws IOException {
        try (EventStream events = EventStream.open(name, Lines.of(file), catalogue.specs())) {
            long begun = System.nanoTime();
            SegmentsEngine engine = new SegmentsEngine(events, least);
            EngineOutcome outcome = engine.run(catalogue.folders(), window);
            return told(
                    name, file, events, outcome, engine.rejected(),
                    engine.segments() + " segments", seconds(begun));
        } catch (MalformedTraceException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.Malformed(String.valueOf(e.getMessage())));
        }
    }

    private ValidationResult parts(String name, Path file) throws IOException {
        try (EventStream events = EventStream.open(name, Lines.of(file), catalogue.specs())) {
            long begun = System.nanoTime();
            PartsEngine engine = new PartsEngine(events);
            EngineOutcome outcome = engine.run(catalogue.folders(), window);
            String part = engine.part().isEmpty() ? "parts" : "parts (" + engine.part() + ")";
            return told(
                    name, file, events, outcome, engine.rejected(), part, seconds(begun));
        } catch (MalformedTraceException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.Malformed(String.valueOf(e.getMessage())));
        }
    }

    /** The result, with what was accepted: a second look at the file says what that was. */
    private ValidationResult told(
            String name,
            Path file,
            EventStream events,
            EngineOutcome outcome,
            @Nullable Event rejected,
            String engine,
            double seconds)
            throws MalformedTraceException, IOException {
        while (events.next() != null) {
            // Whether the file is a trace does not depend on the verdict.
        }
        Tally tally = new Tally();
        int count = 0;
        try (EventStream again = EventStream.open(name, Lines.of(file), catalogue.specs())) {
            for (Event event = again.next(); event != null; event = again.next()) {
                count++;
                if (rejected == null || event.line() < rejected.line()) {
                    tally.accept(event, 0);
                }
            }
        }
        return new ResultMaker(name, events.header(), tally, count)
                .of(
                        Outcome.of(outcome),
                        List.of(new Timed(engine, outcome, seconds).run()),
                        rejected);
    }

    /** A validator that remembers everything. */
    public TraceValidator(Catalogue catalogue, Map<String, String> environment, boolean both) {
        this(catalogue, environment, both, ReplaySession.WIDE);
    }

    /** Validates one file. Whatever goes wrong is in the result. */
    public ValidationResult validate(Path file) {
        String name = file.toString();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            String problem = name + ": there is no such file, or it can't be read";
            return ResultMaker.ofNoTrace(name, new Outcome.NotRun(problem));
        }
        try {
            return deep(() -> validate(name, file));
        } catch (IOException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.NotRun(name + ": can't be read: " + e.getMessage()));
        }
    }

    /**
     * Validates a trace that may still be written: each event as it comes.
     *
     * @param name how messages name it
     */
    public ValidationResult follow(String name, Lines lines) {
        try {
            return deep(() -> validate(name, lines));
        } catch (IOException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.NotRun(name + ": can't be read: " + e.getMessage()));
        }
    }

    private ValidationResult validate(String name, Path file) throws IOException {
        try (EventStream events = EventStream.open(name, Lines.of(file), catalogue.specs())) {
            long begun = System.nanoTime();
            StreamEngine engine = new StreamEngine(events);
            EngineOutcome streamed = engine.run(catalogue.folders(), window);
            List<EngineRun> runs = new ArrayList<>();
            runs.add(new Timed("stream", streamed, seconds(begun)).run());
            // The rest is read too: whether the file is a trace does not depend on the verdict.
            int count = engine.tally().accepted() + (engine.rejected() == null ? 0 : 1);
            while (events.next() != null) {
                count++;
            }
            Outcome outcome = Outcome.of(streamed);
            if (both) {
                begun = System.nanoTime();
                EngineOutcome batch = new BatchEngine(environment)
                        .run(file, events.header(), count, catalogue, window);
                runs.add(0, new Timed("batch", batch, seconds(begun)).run());
                outcome = Outcome.of(batch, streamed);
            }
            return new ResultMaker(name, events.header(), engine.tally(), count)
                    .of(outcome, runs, engine.rejected());
        } catch (MalformedTraceException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.Malformed(String.valueOf(e.getMessage())));
        }
    }

    private ValidationResult validate(String name, Lines lines) throws IOException {
        try (EventStream events = EventStream.open(name, lines, catalogue.specs())) {
            long begun = System.nanoTime();
            StreamEngine engine = new StreamEngine(events);
            EngineOutcome streamed = engine.run(catalogue.folders(), window);
            return new ResultMaker(name, events.header(), engine.tally(), 0)
                    .of(
                            Outcome.of(streamed),
                            List.of(new Timed("stream", streamed, seconds(begun)).run()),
                            engine.rejected());
        } catch (MalformedTraceException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.Malformed(String.valueOf(e.getMessage())));
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Does it in a thread with a large stack. */
    private static ValidationResult deep(Callable<ValidationResult> work) throws IOException {
        FutureTask<ValidationResult> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "trace-validation", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            return ResultMaker.ofNoTrace(
                    "", new Outcome.ToolFailed("the validator failed: " + e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ResultMaker.ofNoTrace("", new Outcome.NotRun("interrupted"));
        }
    }
}
