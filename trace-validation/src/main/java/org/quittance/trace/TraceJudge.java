package org.quittance.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quittance.models.InputException;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.format.TraceReader;
import org.quittance.trace.mutate.Judge;
import org.quittance.trace.mutate.Judgement;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.replay.Stepper.State;
import org.quittance.trace.replay.Stepper.Taken;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;

/** Judges mutants of a trace by replay: all that the mutants know of how traces are checked. */
public final class TraceJudge implements Judge {

    /** TLC's evaluator recurses. */
    private static final long STACK = 64L << 20;

    private final String name;
    private final ReplaySession session;
    private final List<State> states = new ArrayList<>();
    private final Path mutant;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> {
                Thread made = new Thread(null, work, "judge", STACK);
                made.setDaemon(true);
                return made;
            });

    private TraceJudge(String name, ReplaySession session, Path mutant) {
        this.name = name;
        this.session = session;
        this.mutant = mutant;
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
            trace = TraceReader.read(file.toString(), file, QuittanceSpecs.ALL);
        } catch (MalformedTraceException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        ReplaySession session;
        try {
            session = ReplaySession.of(
                    trace.header(), Workspace.folders(specs), ReplaySession.WIDE, instead);
        } catch (StepException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
        TraceJudge judge = new TraceJudge(
                file.toString(), session, Files.createTempFile("mutant", ".ndjson"));
        try {
            judge.remember(trace);
            return judge;
        } catch (RuntimeException e) {
            judge.close();
            throw e;
        }
    }

    /** Steps through the original and remembers the state before each event, and the last one. */
    private void remember(Trace trace) {
        try {
            thread.submit(() -> {
                State state = session.initial();
                states.add(state);
                for (Event event : trace.events()) {
                    if (!(session.take(state, event) instanceof Taken.Next next)) {
                        throw new InputException(name + ":" + event.line()
                                + ": the event is rejected; give traces that are accepted");
                    }
                    state = next.state();
                    states.add(state);
                }
                return state;
            }).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InputException input
                    ? input
                    : new IllegalStateException("the trace can't be replayed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
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
        Files.writeString(mutant, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        try {
            return replay(TraceReader.read(name, mutant, QuittanceSpecs.ALL), same, rest);
        } catch (MalformedTraceException e) {
            return new Judgement.Malformed(String.valueOf(e.getMessage()));
        } catch (StepException e) {
            return new Judgement.Failed(String.valueOf(e.getMessage()));
        }
    }

    /** From the state before the mutant parts from the original to where it joins it, if so. */
    private Judgement replay(Trace trace, int same, int rest) throws StepException {
        List<Event> events = trace.events();
        Tally tally = new Tally();
        events.subList(0, same).forEach(event -> tally.accept(event, 0));
        State state = states.get(same);
        for (int k = same; k < events.size(); k++) {
            int left = events.size() - k;
            if (rest > 0 && left <= rest
                    && session.isSame(state, states.get(states.size() - 1 - left))) {
                return new Judgement.Accepted(true);
            }
            switch (session.take(state, events.get(k))) {
                case Taken.Next next -> state = next.state();
                case Taken.Refused refused -> {
                    return new Judgement.Rejected(
                            new Rejections(name, trace.header(), tally)
                                    .of(events.get(k), events.size(), refused.why()));
                }
            }
            tally.accept(events.get(k), 0);
        }
        // The end is the same state, too, if nothing is left to be taken.
        return new Judgement.Accepted(states.size() > rest
                && session.isSame(state, states.get(states.size() - 1)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            Files.deleteIfExists(mutant);
            session.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a judge can't be removed", e);
        }
    }
}
