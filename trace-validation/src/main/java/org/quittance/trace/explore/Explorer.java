package org.quittance.trace.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quittance.models.Outcome;
import org.quittance.models.Tlc;
import org.quittance.trace.Catalogue;
import org.quittance.trace.export.Run;
import org.quittance.trace.export.StateModule;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.tla.Workspace;

/** Has TLC go a few steps on from states of recorded runs, in all ways that the spec allows. */
public final class Explorer {

    private static final String MODULE = "Reached";

    private final List<Path> folders;
    private final int steps;
    private final Duration limit;

    /**
     * By these specs, which may be others than those that the runs are validated with.
     *
     * @param folders where their modules are
     * @param steps how many steps TLC goes
     * @param limit for one state
     */
    public Explorer(List<Path> folders, int steps, Duration limit) {
        this.folders = List.copyOf(folders);
        this.steps = steps;
        this.limit = limit;
    }

    /**
     * A model that begins in a state of a run.
     *
     * @param event how many events led to the state
     * @param module its text
     * @param config its configuration
     */
    public record Start(int event, String module, String config) {}

    /**
     * What came of a start.
     *
     * @param states how many distinct states there are, the first included
     * @param problem the violated property, or why nothing is known; "" if all hold
     * @param isViolation whether a property is violated
     * @param example the states that lead there, as TLC prints them; "" if there are none
     */
    public record Found(long states, String problem, boolean isViolation, String example) {}

    /**
     * The models for some states of a run, evenly spread: the last one is among them.
     *
     * @param starts gets the models
     * @param samples how many at most
     * @return how the run ended; a rejected one has states up to there
     */
    public Run.End sample(Path trace, Catalogue catalogue, int samples, List<Start> starts)
            throws IOException {
        Run run = new Run(catalogue, ReplaySession.WIDE);
        Run.End end = run.visit(trace, point -> { });
        TreeSet<Integer> wanted = new TreeSet<>();
        for (int k = 1; k <= samples; k++) {
            wanted.add((int) ((long) end.events() * k / samples));
        }
        run.visit(trace, point -> {
            if (wanted.contains(point.index())) {
                starts.add(start(point));
            }
        });
        return end;
    }

    private Start start(Run.Point point) throws IOException {
        StateModule module = new StateModule(
                MODULE, StateModule.continuation(point.header().spec().name()), point);
        String near = "\nNear == TLCGet(\"level\") <= " + steps + "\n";
        return new Start(
                point.index(),
                module.text(near),
                module.config() + module.invariants() + "CONSTRAINT Near\n");
    }

    /**
     * Goes on from a start.
     *
     * @throws InterruptedException if the thread is interrupted; TLC is stopped then
     */
    public Found explore(Start start) throws IOException, InterruptedException {
        try (Workspace workspace = Workspace.make(folders, List.of())) {
            Path folder = workspace.folder();
            workspace.write(MODULE + ".tla", start.module());
            workspace.write(MODULE + ".cfg", start.config());
            Path log = folder.resolve("tlc.log");
            Tlc tlc = new Tlc(Tlc.findJar(Map.of()), List.of(folder), 1, List.of("-Xss8m"));
            Tlc.Result result = tlc.run(
                    new Tlc.Job(
                            folder.resolve(MODULE + ".tla"),
                            folder.resolve(MODULE + ".cfg"),
                            List.of(),
                            1,
                            limit,
                            null,
                            log,
                            folder.resolve("work")),
                    output -> { });
            Long distinct = result.output().distinct();
            return found(result.outcome(), distinct == null ? 0 : distinct, log);
        }
    }

    private static Found found(Outcome outcome, long states, Path log) throws IOException {
        return switch (outcome) {
            case Outcome.Violates violated ->
                    new Found(states, violated.property(), true, example(log));
            case Outcome.Failed failed -> new Found(states, failed.why(), false, "");
            default -> states > 0
                    ? new Found(states, "", false, "")
                    : new Found(0, "TLC found no state", false, "");
        };
    }

    /** What TLC prints of the way to a violation: the names of its actions, one on a line. */
    private static String example(Path log) throws IOException {
        List<String> steps = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (line.matches("[0-9]+: <.*>")) {
                steps.add(line);
            }
        }
        return String.join("\n", steps);
    }
}
