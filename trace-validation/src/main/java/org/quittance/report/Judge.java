package org.quittance.report;

import java.util.List;
import org.quittance.models.ModelResults;
import org.quittance.trace.ValidationResult;

/**
 * Says of each phase whether it passed. Nothing passes on nothing: no models, no blocks or no
 * events fail.
 */
final class Judge {

    static final String MODELS = "Models";
    static final String SIMULATION = "Simulation";
    static final String TRACE = "Trace validation";
    static final String CONTROL = "Negative control";
    static final String COVERAGE = "Coverage";

    /** The two independent ways of checking a trace. */
    private static final int WAYS = 2;

    private Judge() {}

    static Phase models(ModelResults results) {
        String name = name(results.kind());
        long good = results.checks().stream().filter(ModelResults.Check::ok).count();
        int all = results.checks().size();
        long states = results.checks().stream().mapToLong(ModelSection::distinct).sum();
        String tally = good + " of " + Words.count(all, noun(results.kind())) + " as registered"
                + (states == 0 ? "" : ", " + Words.number(states) + " distinct states");
        if (all == 0) {
            return failed(name, "no " + noun(results.kind()) + " was checked");
        }
        if (!results.notRun().isEmpty()) {
            return failed(name, tally + "; "
                    + Words.count(results.notRun().size(), noun(results.kind())) + " not run");
        }
        if (good < all || !results.ok()) {
            List<String> reasons = results.checks().stream().filter(check -> !check.ok())
                    .map(check -> check.name() + ": " + check.reason()).toList();
            String reason = reasons.isEmpty()
                    ? String.join("; ", results.problems()) : String.join("; ", reasons);
            return failed(name, tally + "; " + reason);
        }
        return new Phase(name, Status.PASSED, tally);
    }

    private static String name(ModelResults.Kind kind) {
        return switch (kind) {
            case MODELS -> MODELS;
            case MUTANTS -> "Mutants";
            case SYMBOLIC -> "Symbolic checks";
        };
    }

    private static String noun(ModelResults.Kind kind) {
        return switch (kind) {
            case MODELS -> "model";
            case MUTANTS -> "mutant";
            case SYMBOLIC -> "symbolic check";
        };
    }

    static Phase simulation(Simulation simulation) {
        String violation = simulation.violation();
        long blocks =
                simulation.blocks().values().stream().mapToLong(Long::longValue).min().orElse(0);
        if (violation != null) {
            return failed(SIMULATION, "violated " + violation);
        }
        if (blocks == 0) {
            return failed(SIMULATION, "some correct replica has no final block");
        }
        return new Phase(SIMULATION, Status.PASSED, Words.count(blocks, "block")
                + " final at every correct replica, no property violated");
    }

    static Phase trace(TraceCheck check) {
        String summary = TraceReports.summary(check.result());
        if (!TraceSection.isAsExpected(check)) {
            return failed(TRACE, check.result().events() == 0 ? "no events; " + summary : summary);
        }
        return bothWays(TRACE, check.result(), summary + ", both ways");
    }

    static Phase control(TraceCheck check) {
        String summary = "the broken trace: " + TraceReports.summary(check.result());
        if (!TraceSection.isAsExpected(check)) {
            Integer expected = check.expectedRejection();
            return failed(CONTROL, summary + (expected == null ? ""
                    : "; it must be rejected at event " + Words.number(expected)));
        }
        return bothWays(CONTROL, check.result(), summary);
    }

    private static Phase bothWays(String name, ValidationResult result, String summary) {
        return result.engines().size() >= WAYS ? new Phase(name, Status.PASSED, summary)
                : failed(name, summary + "; but not by both ways");
    }

    static Phase coverage(ValidationResult result) {
        List<String> covered = TraceSection.covered(result);
        List<String> missing = SpecActions.OF_CORRECT_REPLICAS.stream()
                .filter(action -> !covered.contains(action)).toList();
        if (missing.isEmpty()) {
            return new Phase(COVERAGE, Status.PASSED, "accepted events took all " + covered.size()
                    + " actions of the spec that a correct replica can take");
        }
        return failed(COVERAGE,
                "no accepted event took " + String.join(", ", missing));
    }

    static Phase failed(String name, String reason) {
        return new Phase(name, Status.FAILED, reason);
    }

    static Phase notRun(String name, String reason) {
        return new Phase(name, Status.NOT_RUN, reason);
    }
}
