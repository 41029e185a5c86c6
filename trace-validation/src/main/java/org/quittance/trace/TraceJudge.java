package org.quittance.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quittance.models.InputException;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.mutate.Judge;
import org.quittance.trace.mutate.Judgement;
import org.quittance.trace.replay.Explanation;
import org.quittance.trace.replay.Forks;
import org.quittance.trace.tla.TraceModule;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/** Judges mutants of a trace by replay: all that the mutants know of how traces are checked. */
public final class TraceJudge implements Judge {

    private static final String FORKS = "org.quittance.trace.replay.tlc.TlcForks";

    /** TLC's evaluator recurses. */
    private static final long STACK = 64L << 20;

    private final String name;
    private final Workspace workspace;
    private final Forks forks;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> {
                Thread made = new Thread(null, work, "judge", STACK);
                made.setDaemon(true);
                return made;
            });

    private TraceJudge(String name, Workspace workspace, Forks forks) {
        this.name = name;
        this.workspace = workspace;
        this.forks = forks;
    }

    /**
     * A judge of mutants of that trace.
     *
     * @param specs the folder "specs" of the repository
     * @param instead modules that take the place of those of their names, with their texts
     * @throws InputException if the trace isn't one that is accepted
     * @throws IOException if something can't be read or written; its message is for people
     */
    public static TraceJudge of(Path file, Path specs, Map<String, String> instead)
            throws IOException {
        Trace trace;
        try {
            trace = TraceReader.read(file.toString(), file);
        } catch (MalformedTraceException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        Workspace workspace = Workspace.make(specs, trace.header().spec().modules());
        try {
            TraceModule module = new TraceModule(trace);
            workspace.write(TraceModule.NAME + ".tla", module.withoutEvents());
            workspace.write(TraceModule.NAME + ".cfg", module.config());
            Tlc.writeStandardModules(workspace.folder());
            for (Map.Entry<String, String> each : instead.entrySet()) {
                workspace.write(each.getKey() + ".tla", each.getValue());
            }
        } catch (IOException e) {
            workspace.close();
            throw e;
        }
        TraceJudge judge =
                new TraceJudge(file.toString(), workspace, Tlc.load(Forks.class, FORKS));
        try {
            judge.remember(trace);
            return judge;
        } catch (RuntimeException e) {
            judge.close();
            throw e;
        }
    }

    private void remember(Trace trace) {
        EngineOutcome outcome;
        try {
            outcome = thread.submit(() -> forks.remember(trace, workspace.folder())).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the trace can't be replayed: " + e, e);
        }
        switch (outcome) {
            case EngineOutcome.Accepted accepted -> { }
            case EngineOutcome.Rejected rejected ->
                    throw new InputException(name + ": event " + (rejected.accepted() + 1)
                            + " is rejected; give traces that are accepted");
            case EngineOutcome.Failed failed ->
                    throw new IllegalStateException(name + ": " + failed.problem());
        }
    }

    @Override
    public Judgement judge(List<String> lines, int same, int rest) {
        try {
            return thread.submit(() -> replay(lines, same, rest)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Judgement.Failed("interrupted");
        } catch (ExecutionException e) {
            return new Judgement.Failed(String.valueOf(e.getCause()));
        }
    }

    private Judgement replay(List<String> lines, int same, int rest) throws IOException {
        Path file = workspace.scratch().resolve("mutant.ndjson");
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Trace trace;
        try {
            trace = TraceReader.read(name, file);
        } catch (MalformedTraceException e) {
            return new Judgement.Malformed(String.valueOf(e.getMessage()));
        }
        Forks.Fork fork = forks.run(trace, same, rest);
        return switch (fork.outcome()) {
            case EngineOutcome.Accepted accepted -> new Judgement.Accepted(fork.joins());
            case EngineOutcome.Failed failed -> new Judgement.Failed(failed.problem());
            case EngineOutcome.Rejected rejected -> {
                Explanation why = rejected.explanation();
                yield why == null
                        ? new Judgement.Failed("rejected without an explanation")
                        : new Judgement.Rejected(
                                new Rejections(trace).of(rejected.accepted(), why));
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            workspace.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a judge can't be removed", e);
        }
    }
}
