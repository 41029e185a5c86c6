package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;

/**
 * Judges traces by replay alone, one after another; those in a row that have the same constants
 * share a session. Not for several threads at once.
 */
public final class ReplayJudge implements AutoCloseable {

    /** TLC's evaluator recurses. */
    private static final long STACK = 64L << 20;

    private final Path specs;
    private @Nullable ReplaySession session;

    /** A judge by the specs in that folder. */
    public ReplayJudge(Path specs) {
        this.specs = specs;
    }

    /** Judges the trace in a file; whatever is wrong with it is in the result. */
    public ValidationResult judge(Path file) throws IOException {
        try {
            // Not by Traces: unlike a test, whoever records samples isn't in the module's folder.
            return judge(TraceReader.read(file.toString(), file, QuittanceSpecs.ALL));
        } catch (MalformedTraceException e) {
            return ResultMaker.ofNoTrace(
                    file.toString(), new Outcome.Malformed(String.valueOf(e.getMessage())));
        }
    }

    /** Judges a trace that nobody has written to a file yet. */
    public ValidationResult judge(List<String> lines) throws IOException {
        Path file = Files.createTempFile("trace", ".ndjson");
        try {
            Files.write(file, lines);
            return judge(file);
        } finally {
            Files.delete(file);
        }
    }

    private ValidationResult judge(Trace trace) throws IOException {
        ReplaySession last = session;
        if (last == null || !last.fits(trace.header())) {
            close();
            last = session(trace);
            session = last;
        }
        ReplaySession fitting = last;
        FutureTask<EngineOutcome> task = new FutureTask<>(() -> fitting.run(trace));
        new Thread(null, task, "replay", STACK).start();
        try {
            EngineOutcome outcome = task.get();
            Tally tally = new Tally();
            int accepted = switch (outcome) {
                case EngineOutcome.Accepted a -> a.accepted();
                case EngineOutcome.Rejected r -> r.accepted();
                case EngineOutcome.Failed f -> 0;
            };
            trace.events().subList(0, accepted).forEach(event -> tally.accept(event, 0));
            return new ResultMaker(trace.file(), trace.header(), tally, trace.events().size())
                    .of(
                            Outcome.of(outcome),
                            List.of(),
                            accepted < trace.events().size()
                                    ? trace.events().get(accepted)
                                    : null);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ReplaySession session(Trace trace) throws IOException {
        try {
            return ReplaySession.of(
                    trace.header(), Workspace.folders(specs), ReplaySession.WIDE);
        } catch (StepException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        ReplaySession last = session;
        session = null;
        if (last != null) {
            last.close();
        }
    }
}
