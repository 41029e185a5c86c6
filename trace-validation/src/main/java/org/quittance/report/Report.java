package org.quittance.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;

/**
 * All that a report shows. What is absent was not run, and {@code notRun} says why.
 *
 * @param title what it is a report of
 * @param phases what was done, in order; the verdict follows from them
 * @param results one per kind of check that was run: models, mutants, symbolic
 * @param properties where each property is checked
 * @param simulation the simulated run
 * @param trace the validated trace
 * @param control the broken copy of this trace, which must be rejected
 * @param run the events of the validated trace
 * @param notRun what was not run, and why: one line each
 * @param settling what is known of the market of this run; absent if it had none to look at
 */
public record Report(
        String title,
        List<Phase> phases,
        List<ModelResults> results,
        List<PropertyRow> properties,
        @Nullable Simulation simulation,
        @Nullable TraceCheck trace,
        @Nullable TraceCheck control,
        @Nullable RunTrace run,
        List<String> notRun,
        @Nullable Settling settling) {

    /** The title of a report of what was run before. */
    static final String RESULTS = "results";

    public Report {
        phases = List.copyOf(phases);
        results = List.copyOf(results);
        properties = List.copyOf(properties);
        notRun = List.copyOf(notRun);
    }

    /** A report without a market. */
    Report(
            String title,
            List<Phase> phases,
            List<ModelResults> results,
            List<PropertyRow> properties,
            @Nullable Simulation simulation,
            @Nullable TraceCheck trace,
            @Nullable TraceCheck control,
            @Nullable RunTrace run,
            List<String> notRun) {
        this(title, phases, results, properties, simulation, trace, control, run, notRun, null);
    }

    /**
     * A property.
     *
     * @param name as in the specs
     * @param meaning one sentence
     * @param models the models that check it
     * @param simulated whether the simulator checks it at every step
     */
    public record PropertyRow(
            String name, String meaning, List<String> models, boolean simulated) {
        public PropertyRow {
            models = List.copyOf(models);
        }
    }

    /** What was not run: as a whole, or for want of a tool. */
    List<String> allNotRun() {
        return Stream.concat(notRun.stream(),
                results.stream().flatMap(one -> one.notRun().stream())
                        .map(check -> check.name() + ": " + check.reason())).toList();
    }

    /**
     * The verdict in a few words: FAIL if anything failed, INCOMPLETE if what it takes was not run.
     * A demo leaves things out by design; of results the verdict says that it speaks of a part.
     */
    String word() {
        if (isIncomplete()) {
            return "INCOMPLETE";
        }
        if (!isPass()) {
            return "FAIL";
        }
        return title.equals(RESULTS) && !allNotRun().isEmpty() ? "PASS of what was run" : "PASS";
    }

    /** Whether nothing failed, and something was not run that a verdict takes. */
    boolean isIncomplete() {
        return !phases.isEmpty() && !isPass()
                && phases.stream().noneMatch(phase -> phase.status() == Status.FAILED);
    }

    /** The names of the phases that were not run. */
    String phasesNotRun() {
        return phases.stream().filter(phase -> phase.status() == Status.NOT_RUN).map(Phase::name)
                .collect(Collectors.joining(", "));
    }

    /** Whether every phase passed, and there was at least one. */
    public boolean isPass() {
        return !phases.isEmpty()
                && phases.stream().allMatch(phase -> phase.status() == Status.PASSED);
    }
}
