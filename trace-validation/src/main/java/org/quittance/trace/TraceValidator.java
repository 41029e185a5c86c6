package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.quittance.trace.batch.BatchEngine;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.replay.ReplayEngine;

/** Validates traces in both ways, side by side. */
public final class TraceValidator {

    /** TLC's evaluator recurses; this is more than it has when it runs by itself. */
    private static final long STACK = 64L << 20;

    private final Path specs;
    private final Map<String, String> environment;

    /**
     * A validator.
     *
     * @param specs the folder "specs" of the repository
     * @param environment where TLA2TOOLS_JAR can name another TLC for the batch way
     */
    public TraceValidator(Path specs, Map<String, String> environment) {
        this.specs = specs;
        this.environment = Map.copyOf(environment);
    }

    /** Validates one file. Whatever goes wrong is in the result. */
    public ValidationResult validate(Path file) {
        String name = file.toString();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            String problem = name + ": there is no such file, or it can't be read";
            return ResultMaker.ofNoTrace(name, new Outcome.NotRun(problem));
        }
        try {
            return validate(TraceReader.read(name, file));
        } catch (MalformedTraceException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.Malformed(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return ResultMaker.ofNoTrace(
                    name, new Outcome.NotRun(name + ": can't be read: " + e.getMessage()));
        }
    }

    /** Validates a trace that has been read. */
    public ValidationResult validate(Trace trace) {
        try {
            BatchEngine engine = new BatchEngine(environment);
            var batch = start("batch", () -> engine.run(trace, specs));
            var replay = start("replay", () -> ReplayEngine.run(trace, specs));
            return new ResultMaker(trace).of(batch.get(), replay.get());
        } catch (ExecutionException e) {
            return new ResultMaker(trace)
                    .of(new Outcome.ToolFailed("the validator failed: " + e.getCause()), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ResultMaker(trace).of(new Outcome.NotRun("interrupted"), List.of());
        }
    }

    private static FutureTask<Timed> start(String engine, Supplier<EngineOutcome> work) {
        FutureTask<Timed> task =
                new FutureTask<>(
                        () -> {
                            long begun = System.nanoTime();
                            EngineOutcome outcome = work.get();
                            return new Timed(engine, outcome, (System.nanoTime() - begun) / 1e9);
                        });
        Thread thread = new Thread(null, task, "trace-" + engine, STACK);
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
