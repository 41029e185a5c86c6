package org.quittance.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * The demo: models, a simulated run, the validation of its traces and of a broken copy of each. A
 * phase that fails does not keep the others from running, unless they need what it did not give.
 */
final class Demo {

    /** The names of the broken copies of the traces. */
    static final String BROKEN = "broken.ndjson";
    static final String BROKEN_SETTLEMENT = "broken-settlement.ndjson";
    static final String BROKEN_SYSTEM = "broken-system.ndjson";

    /** What a demo leaves out, and how to have it. */
    static final List<String> LEFT_OUT = List.of(
            "symbolic checks with Apalache, for more than these bounds: make symbolic",
            "mutants of the specs, each of which must be found out: make mutants",
            "random simulations, a thousand and more: make sim RUNS=1000",
            "sample traces, accepted and rejected: make traces",
            "larger models, which take hours: make nightly");

    /** What the demo is made of. */
    interface Tools {
        /** What is left out of the everyday models, in a line; empty if nothing is. */
        String leftOut();

        /** Checks everyday models. */
        ModelResults models(Consumer<String> progress) throws IOException, InterruptedException;

        /** Runs the cluster under faults. */
        SimulatorRun simulate() throws IOException, InterruptedException;

        /** Runs the cluster with a market; asked only if the other run had none. */
        SimulatorRun market() throws IOException, InterruptedException;

        /** Validates a trace both ways. */
        ValidationResult validate(Path trace) throws IOException, InterruptedException;
    }

    /** Something that can fail. */
    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private final Tools tools;
    private final Path folder;
    private final Consumer<String> progress;
    private final List<Phase> phases = new ArrayList<>();

    /**
     * A demo.
     *
     * @param folder where the broken copies of the traces go
     * @param progress is told what is going on, line by line
     */
    Demo(Tools tools, Path folder, Consumer<String> progress) {
        this.tools = tools;
        this.folder = folder;
        this.progress = progress;
    }

    /** Runs it all. */
    Report run() throws InterruptedException {
        List<ModelResults> results = models();
        Simulated simulated = simulation();
        progress.accept("[3/4] trace validation: TLC holds every event against the specs");
        TraceCheck trace = trace(Judge.TRACE, simulated.trace(), "the trace of the simulated run");
        TraceCheck settlement = trace(Judge.SETTLEMENT, simulated.settlement(),
                "what one replica's settlement did");
        TraceCheck system = trace(Judge.SYSTEM, simulated.system(),
                "what all correct replicas executed and attested");
        progress.accept("[4/4] negative controls: the same traces, each broken in one place");
        TraceCheck control = control(Judge.CONTROL, simulated.trace(), trace, BROKEN);
        Settling settling = new Settling(
                settlement,
                control(Judge.SETTLEMENT_CONTROL, simulated.settlement(), settlement,
                        BROKEN_SETTLEMENT),
                system,
                control(Judge.SYSTEM_CONTROL, simulated.system(), system, BROKEN_SYSTEM),
                simulated.story(), simulated.replicas(), "the simulator wrote no settlement trace");
        phases.add(trace != null && trace.result().verdict() == Verdict.ACCEPTED
                ? Judge.coverage(trace.result())
                : Judge.notRun(Judge.COVERAGE, "there is no accepted trace"));
        return new Report("demo", phases, results,
                PropertyTable.rows(results, simulated.facts()), simulated.facts(), trace, control,
                trace == null ? null : simulated.steps(), leftOut(), settling);
    }

    private List<String> leftOut() {
        List<String> lines = new ArrayList<>(LEFT_OUT);
        String models = tools.leftOut();
        if (!models.isEmpty()) {
            lines.addFirst(models);
        }
        return lines;
    }

    private List<ModelResults> models() throws InterruptedException {
        progress.accept("[1/4] models: TLC checks the everyday models"
                + (tools.leftOut().isEmpty() ? "" : ", but not all: " + tools.leftOut()));
        ModelResults results = attempt(Judge.MODELS, () -> tools.models(progress));
        if (results == null) {
            return List.of();
        }
        add(Judge.models(results));
        return List.of(results);
    }

    /** What is known of the simulated run. */
    private record Simulated(
            @Nullable Simulation facts,
            @Nullable RunTrace steps,
            @Nullable Path trace,
            @Nullable Path settlement,
            @Nullable Path system,
            @Nullable SettlementStory story,
            @Nullable SystemStory replicas) {}

    private Simulated simulation() throws InterruptedException {
        progress.accept("[2/4] simulation: four replicas, one of them Byzantine, and a market");
        SimulatorRun run = attempt(Judge.SIMULATION, tools::simulate);
        Simulated nothing = new Simulated(null, null, null, null, null, null, null);
        if (run == null) {
            add(Judge.notRun(Judge.MARKET, "the simulation failed"));
            return nothing;
        }
        RunTrace steps = attempt(Judge.SIMULATION, () -> RunTrace.read(run.trace()));
        Simulation facts = steps == null ? null : attempt(Judge.SIMULATION,
                () -> SimulationReader.read(run.summary(), steps, run.seconds()));
        if (facts != null) {
            add(Judge.simulation(facts));
        }
        SimulatorRun market = run.settlement() == null ? market() : run;
        Path settlement = market == null ? null : market.settlement();
        Path system = market == null ? null : market.system();
        SystemStory replicas = system == null ? null
                : attempt(Judge.MARKET, () -> SystemStory.read(system));
        return new Simulated(facts, steps, steps == null ? null : run.trace(), settlement, system,
                story(settlement, replicas), replicas);
    }

    /** The run with a market, if it is another one: what it violates fails as well. */
    private @Nullable SimulatorRun market() throws InterruptedException {
        SimulatorRun run = attempt(Judge.MARKET_SIMULATION, tools::market);
        if (run != null) {
            Simulation facts = attempt(Judge.MARKET_SIMULATION, () -> SimulationReader.read(
                    run.summary(), RunTrace.read(run.trace()), run.seconds()));
            if (facts != null) {
                add(Judge.simulation(Judge.MARKET_SIMULATION, facts));
            }
        }
        return run;
    }

    private @Nullable SettlementStory story(
            @Nullable Path settlement, @Nullable SystemStory replicas)
            throws InterruptedException {
        if (settlement == null) {
            add(Judge.notRun(Judge.MARKET, "the simulator wrote no settlement trace"));
            return null;
        }
        SettlementStory story =
                attempt(Judge.MARKET, () -> SettlementStory.read(settlement));
        if (story != null) {
            add(Judge.market(story, replicas));
        }
        return story;
    }

    private @Nullable TraceCheck trace(String phase, @Nullable Path trace, String what)
            throws InterruptedException {
        if (trace == null) {
            add(Judge.notRun(phase, "the simulation gave no such trace"));
            return null;
        }
        TraceCheck check =
                attempt(phase, () -> new TraceCheck(what, tools.validate(trace), null));
        if (check != null) {
            add(Judge.trace(phase, check));
        }
        return check;
    }

    private @Nullable TraceCheck control(
            String phase, @Nullable Path trace, @Nullable TraceCheck original, String name)
            throws InterruptedException {
        if (trace == null || original == null
                || original.result().verdict() != Verdict.ACCEPTED) {
            add(Judge.notRun(phase, "it needs an accepted trace"));
            return null;
        }
        TraceCheck check = attempt(phase, () -> {
            Path copy = folder.resolve(name);
            BrokenSibling broken = BrokenSibling.write(trace, copy);
            return new TraceCheck(broken.what(), tools.validate(copy), broken.event());
        });
        if (check != null) {
            add(Judge.control(phase, check));
        }
        return check;
    }

    private void add(Phase phase) {
        // Not cut, since what to do about a failure stands at the end.
        VerdictPage.wrapped("      " + phase.name() + " " + phase.status().words() + ": ",
                phase.summary(), 8, Integer.MAX_VALUE).forEach(progress);
        phases.add(phase);
    }

    /** The result of some work, or null after noting that the phase failed. */
    private <T> @Nullable T attempt(String phase, Work<T> work) throws InterruptedException {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            String message = e.getMessage();
            add(Judge.failed(phase, message == null ? e.getClass().getSimpleName() : message));
            return null;
        }
    }
}
