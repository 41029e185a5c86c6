package org.quittance.sim;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;
import org.quittance.sim.run.Count;
import org.quittance.sim.run.Outcome;
import org.quittance.sim.run.Statistics;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Fault;
import org.quittance.sim.scenario.Scenario;

/** The figures of runs, as JSON for programs and as text for people. */
final class Summary {

    private Summary() {}

    /** One run as a JSON object. */
    static String json(Outcome outcome) {
        Scenario scenario = outcome.scenario();
        Statistics statistics = outcome.statistics();
        Violation violation = outcome.violation();
        JsonObject object = new JsonObject()
                .text("scenario", scenario.name())
                .number("seed", scenario.seed())
                .text("result", violation == null ? "ok" : "violation");
        if (violation != null) {
            object.text("violated", violation.property().label())
                    .text("detail", String.valueOf(violation.getMessage()))
                    .number("step", outcome.steps());
        }
        object.raw("weights", scenario.weights().toString())
                .raw("byzantine", byzantine(scenario))
                .number("blocks", statistics.get(Count.BLOCKS))
                .number("events", statistics.get(Count.EVENTS))
                .number("millis", outcome.millis())
                .number("sent", statistics.get(Count.SENT))
                .number("lost", statistics.get(Count.LOST))
                .number("duplicated", statistics.get(Count.DUPLICATED))
                .number("refused", statistics.get(Count.REFUSED))
                .number("crashes", statistics.get(Count.CRASHES))
                .number("restarts", statistics.get(Count.RESTARTS))
                .number("partitions", statistics.get(Count.PARTITIONS))
                .raw("properties", array(
                        Property.ofClusters(scenario.settling().isPresent()).stream()
                                .map(Property::label).toList()))
                .raw("faults", array(scenario.faults().stream().map(Fault::toString).toList()))
                .raw("misbehaved", counts(misbehaved(statistics)))
                .raw("evidence", evidence(statistics))
                .raw("actions", counts(statistics.actions()))
                .raw("variants", counts(statistics.variants()));
        if (scenario.settling().isPresent()) {
            object.number("settlementEvents", statistics.get(Count.SETTLEMENT_EVENTS))
                    .number("systemEvents", statistics.get(Count.SYSTEM_EVENTS))
                    .number("accusations", statistics.get(Count.ACCUSATIONS))
                    .number("stopped", statistics.get(Count.STOPPED))
                    .raw("settlementActions", counts(statistics.coverage().actions()))
                    .raw("systemActions", counts(statistics.systemActions()))
                    .raw("debts", counts(statistics.coverage().stages()));
        }
        return object.end();
    }

    /** Many runs on a few lines. */
    static String text(Statistics statistics, double seconds) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%d runs in %.1f s (%.1f per second): ",
                statistics.get(Count.RUNS), seconds, statistics.get(Count.RUNS) / seconds));
        text.append(statistics.get(Count.BLOCKS)).append(" blocks committed, ")
                .append(statistics.get(Count.EVENTS)).append(" events, ")
                .append(statistics.get(Count.STEPS)).append(" simulator steps\n");
        text.append("  faults:");
        for (Count count : List.of(Count.CRASHES, Count.RESTARTS, Count.TORN, Count.UNACKNOWLEDGED,
                Count.PARTITIONS, Count.LOST, Count.DUPLICATED, Count.REFUSED)) {
            text.append(count == Count.CRASHES ? " " : ", ").append(statistics.get(count))
                    .append(' ').append(count.label());
        }
        text.append("\n  Byzantine: ").append(words(misbehaved(statistics)));
        text.append("\n  evidence: ").append(statistics.get(Count.EVIDENCE))
                .append(" pieces, of the pairs ").append(statistics.accused().values().stream()
                        .flatMap(SortedSet::stream).distinct().sorted().toList());
        text.append("\n  actions: ").append(words(statistics.actions()));
        text.append("\n  among them: ").append(words(statistics.variants()));
        if (!statistics.systemActions().isEmpty()) {
            text.append("\n  settlement: ").append(words(statistics.coverage().actions()));
            text.append("\n  debts: ").append(words(statistics.coverage().stages()));
            text.append("\n  system: ").append(words(statistics.systemActions()))
                    .append("; ").append(statistics.get(Count.ACCUSATIONS)).append(' ')
                    .append(Count.ACCUSATIONS.label()).append(", ")
                    .append(statistics.get(Count.STOPPED)).append(' ')
                    .append(Count.STOPPED.label());
        }
        text.append("\n  longest commit: ").append(statistics.get(Count.LONGEST_COMMIT))
                .append(" blocks at once");
        return text.toString();
    }

    /**
     * What went wrong, and the one command that shows it again.
     *
     * @throws IllegalArgumentException if nothing went wrong
     */
    static String failure(Outcome outcome, String replay) {
        Violation violation = outcome.violation();
        if (violation == null) {
            throw new IllegalArgumentException("nothing went wrong");
        }
        return "VIOLATION of " + violation.property().label() + " at step " + outcome.steps()
                + ", " + outcome.millis() + " ms, seed " + outcome.scenario().seed() + "\n  "
                + violation.getMessage() + "\n  replay: " + replay;
    }

    private static Map<String, Long> misbehaved(Statistics statistics) {
        Map<String, Long> result = new TreeMap<>();
        for (Map.Entry<Behaviour, Long> entry : statistics.behaviours().entrySet()) {
            result.put(entry.getKey().label(), entry.getValue());
        }
        return result;
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

    private static String byzantine(Scenario scenario) {
        JsonObject object = new JsonObject();
        scenario.byzantine().forEach((node, behaviours) -> object.raw(node.toString(),
                array(behaviours.stream().map(Behaviour::label).toList())));
        return object.end();
    }

    private static String evidence(Statistics statistics) {
        JsonObject object = new JsonObject();
        statistics.accused().forEach((node, pairs) ->
                object.raw(node.toString(), pairs.toString()));
        return object.end();
    }

    static String array(List<String> texts) {
        StringBuilder array = new StringBuilder("[");
        for (Iterator<String> rest = texts.iterator(); rest.hasNext(); ) {
            array.append(JsonObject.quote(rest.next())).append(rest.hasNext() ? "," : "");
        }
        return array.append(']').toString();
    }
}
