package org.quittance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelResults;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
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
    static final String SETTLEMENT = "Settlement trace";
    static final String SETTLEMENT_CONTROL = "Settlement control";
    static final String SYSTEM = "System trace";
    static final String SYSTEM_CONTROL = "System control";
    static final String MARKET_SIMULATION = "Simulation with a market";
    static final String MARKET = "Market";

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
        return simulation(SIMULATION, simulation);
    }

    static Phase simulation(String name, Simulation simulation) {
        String violation = simulation.violation();
        long blocks =
                simulation.blocks().values().stream().mapToLong(Long::longValue).min().orElse(0);
        if (violation != null) {
            return failed(name, "violated " + violation);
        }
        if (blocks == 0) {
            return failed(name, "some correct replica has no final block");
        }
        return new Phase(name, Status.PASSED, Words.count(blocks, "block")
                + " final at every correct replica, no property violated");
    }

    static Phase trace(TraceCheck check) {
        return trace(TRACE, check);
    }

    static Phase trace(String name, TraceCheck check) {
        String summary = TraceReports.summary(check.result());
        if (!TraceSection.isAsExpected(check)) {
            return failed(name, check.result().events() == 0 ? "no events; " + summary : summary);
        }
        return bothWays(name, check.result(), summary + ", both ways");
    }

    static Phase control(TraceCheck check) {
        return control(CONTROL, check);
    }

    static Phase control(String name, TraceCheck check) {
        String summary = "the broken trace: " + TraceReports.summary(check.result());
        if (!TraceSection.isAsExpected(check)) {
            Integer expected = check.expectedRejection();
            return failed(name, summary + (expected == null ? ""
                    : "; it must be rejected at event " + Words.number(expected)));
        }
        return bothWays(name, check.result(), summary);
    }

    private static Phase bothWays(String name, ValidationResult result, String summary) {
        return result.engines().size() >= WAYS ? new Phase(name, Status.PASSED, summary)
                : failed(name, summary + "; but not by both ways");
    }

    static Phase coverage(ValidationResult result) {
        List<String> covered = CoverageSection.covered(result);
        List<String> missing = SpecActions.OF_CORRECT_REPLICAS.stream()
                .filter(action -> !covered.contains(action)).toList();
        if (missing.isEmpty()) {
            return new Phase(COVERAGE, Status.PASSED, "accepted events took all " + covered.size()
                    + " actions of the spec that a correct replica can take");
        }
        return failed(COVERAGE,
                "no accepted event took " + String.join(", ", missing));
    }

    /** All that the demo is to show must have happened in its market. */
    static Phase market(SettlementStory story, @Nullable SystemStory replicas) {
        List<String> missing = new ArrayList<>();
        Map<String, Integer> happened = new LinkedHashMap<>();
        happened.put("fills", story.trades().size());
        happened.put("margin calls", story.count("Flag"));
        happened.put("liquidations", story.count("Takeover") + story.count("Deleverage"));
        happened.put("settled groups", story.count("SettleGroup"));
        happened.put("slashings", story.slashings().size());
        happened.put("paid withdrawals", story.count("ExecuteWithdrawal"));
        happened.put("quittances",
                replicas == null ? 0 : Math.toIntExact(replicas.quitted()));
        happened.forEach((what, count) -> {
            if (count == 0) {
                missing.add(what);
            }
        });
        if (!missing.isEmpty()) {
            return failed(MARKET, "the run had no " + String.join(", no ", missing));
        }
        return new Phase(MARKET, Status.PASSED, happened.entrySet().stream()
                .map(one -> one.getKey() + ": " + Words.number(one.getValue()))
                .collect(Collectors.joining(", ")));
    }

    static Phase failed(String name, String reason) {
        return new Phase(name, Status.FAILED, reason);
    }

    static Phase notRun(String name, String reason) {
        return new Phase(name, Status.NOT_RUN, reason);
    }
}
