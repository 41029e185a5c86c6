package org.quittance.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * The demo: models, a simulated run, the validation of its trace and of a broken copy. A phase that
 * fails does not keep the others from running, unless they need what it did not give.
 */
final class Demo {

    /** The name of the broken copy of the trace. */
    static final String BROKEN = "broken.ndjson";

    /** What a demo leaves out, and how to have it. */
    static final List<String> LEFT_OUT = List.of(
            "symbolic checks with Apalache, for more than these bounds: make symbolic",
            "mutants of the specs, each of which must be found out: make mutants",
            "random simulations, a thousand and more: make sim RUNS=1000",
            "sample traces, accepted and rejected: make traces",
            "larger models, which take hours: make nightly");

    /** What the demo is made of. */
    interface Tools {
        /** Checks the everyday models. */
        ModelResults models(Consumer<String> progress) throws IOException, InterruptedException;

        /** Runs the cluster. */
        SimulatorRun simulate() throws IOException, InterruptedException;

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
     * @param folder where the broken copy of the trace goes
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
        TraceCheck trace = trace(simulated.trace());
        TraceCheck control = control(simulated.trace(), trace);
        phases.add(trace != null && trace.result().verdict() == Verdict.ACCEPTED
                ? Judge.coverage(trace.result())
                : Judge.notRun(Judge.COVERAGE, "there is no accepted trace"));
        return new Report("demo", phases, results,
                PropertyTable.rows(results, simulated.facts()), simulated.facts(), trace, control,
                trace == null ? null : simulated.run(), LEFT_OUT);
    }

    private List<ModelResults> models() throws InterruptedException {
        progress.accept("[1/4] models: TLC checks the everyday models");
        ModelResults results = attempt(Judge.MODELS, () -> tools.models(progress));
        if (results == null) {
            return List.of();
        }
        add(Judge.models(results));
        return List.of(results);
    }

    /** What is known of the simulated run. */
    private record Simulated(
            @Nullable Simulation facts, @Nullable RunTrace run, @Nullable Path trace) {}

    private Simulated simulation() throws InterruptedException {
        progress.accept("[2/4] simulation: four replicas, one of them Byzantine");
        Simulated simulated = attempt(Judge.SIMULATION, () -> {
            SimulatorRun run = tools.simulate();
            RunTrace steps = RunTrace.read(run.trace());
            return new Simulated(SimulationReader.read(run.summary(), steps, run.seconds()), steps,
                    run.trace());
        });
        if (simulated == null) {
            return new Simulated(null, null, null);
        }
        if (simulated.facts() != null) {
            add(Judge.simulation(simulated.facts()));
        }
        return simulated;
    }

    private @Nullable TraceCheck trace(@Nullable Path trace) throws InterruptedException {
        progress.accept("[3/4] trace validation: TLC holds every event against the spec");
        if (trace == null) {
            add(Judge.notRun(Judge.TRACE, "the simulation gave no trace"));
            return null;
        }
        TraceCheck check = attempt(Judge.TRACE, () ->
                new TraceCheck("the trace of the simulated run", tools.validate(trace), null));
        if (check != null) {
            add(Judge.trace(check));
        }
        return check;
    }

    private @Nullable TraceCheck control(@Nullable Path trace, @Nullable TraceCheck original)
            throws InterruptedException {
        progress.accept("[4/4] negative control: the same trace, broken in one place");
        if (trace == null || original == null
                || original.result().verdict() != Verdict.ACCEPTED) {
            add(Judge.notRun(Judge.CONTROL, "it needs an accepted trace"));
            return null;
        }
        TraceCheck check = attempt(Judge.CONTROL, () -> {
            Path copy = folder.resolve(BROKEN);
            BrokenSibling broken = BrokenSibling.write(trace, copy);
            return new TraceCheck(broken.what(), tools.validate(copy), broken.event());
        });
        if (check != null) {
            add(Judge.control(check));
        }
        return check;
    }

    private void add(Phase phase) {
        // Not cut, since what to do about a failure stands at the end.
        VerdictPage.wrapped("      " + phase.status().words() + ": ", phase.summary(), 8,
                Integer.MAX_VALUE).forEach(progress);
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
