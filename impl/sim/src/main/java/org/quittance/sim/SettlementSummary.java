package org.quittance.sim;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.run.Coverage;
import org.quittance.sim.run.SettlementRun;

/** The figures of runs of settlement alone. */
final class SettlementSummary {

    private SettlementSummary() {}

    /** Runs on a few lines. */
    static String text(
            long runs, long blocks, long commands, long events, Coverage coverage,
            double seconds) {
        return runs + " settlement runs in " + String.format(Locale.ROOT, "%.1f", seconds)
                + " s: " + blocks + " blocks, " + commands + " commands, " + events + " events\n"
                + "  actions: " + words(coverage.actions()) + "\n"
                + "  commands: " + decisions(coverage.decisions()) + "\n"
                + "  debts: " + words(coverage.stages());
    }

    /** One run as a JSON object. */
    static String json(SettlementRun.Result result) {
        Violation violation = result.violation();
        JsonObject object = new JsonObject()
                .text("scenario", result.scenario().name())
                .number("seed", result.scenario().seed())
                .text("result", violation == null ? "ok" : "violation");
        if (violation != null) {
            object.text("violated", violation.property().label())
                    .text("detail", String.valueOf(violation.getMessage()));
        }
        return object.number("blocks", result.blocks())
                .number("commands", result.commands())
                .number("events", result.events())
                .raw("properties", Summary.array(Property.ofSettlement().stream()
                        .map(Property::label).toList()))
                .raw("actions", counts(result.coverage().actions()))
                .raw("decisions", counts(result.coverage().decisions()))
                .raw("debts", counts(result.coverage().stages()))
                .end();
    }

    /**
     * What went wrong, and the one command that shows it again.
     *
     * @throws IllegalArgumentException if nothing went wrong
     */
    static String failure(SettlementRun.Result result) {
        Violation violation = result.violation();
        if (violation == null) {
            throw new IllegalArgumentException("nothing went wrong");
        }
        return "VIOLATION of " + violation.property().label() + " at height "
                + (result.blocks() + 1) + ", seed " + result.scenario().seed() + "\n  "
                + violation.getMessage() + "\n  replay: make sim SEED="
                + result.scenario().seed() + " SCENARIO=" + result.scenario().name();
    }

    /** For each kind of command how often it was accepted, and refused for how many reasons. */
    private static String decisions(SortedMap<String, Long> decisions) {
        SortedMap<String, Long> accepted = new TreeMap<>();
        SortedMap<String, Long> reasons = new TreeMap<>();
        decisions.forEach((name, count) -> {
            String command = name.substring(0, name.indexOf(' '));
            boolean isAccepted = name.endsWith(" ACCEPTED");
            accepted.merge(command, isAccepted ? count : 0L, Long::sum);
            reasons.merge(command, isAccepted ? 0L : 1L, Long::sum);
        });
        return accepted.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()
                + " (refused for " + reasons.getOrDefault(entry.getKey(), 0L) + " reasons)")
                .collect(Collectors.joining(", "));
    }

    private static String words(Map<String, Long> counts) {
        return counts.isEmpty() ? "none" : counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String counts(Map<String, Long> counts) {
        JsonObject object = new JsonObject();
        counts.forEach(object::number);
        return object.end();
    }
}
