package org.quittance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The simulated run: who took part, what went wrong on purpose, what came of it. */
final class SimulationSection {

    private SimulationSection() {}

    static void write(Html html, Report report) {
        Simulation simulation = report.simulation();
        if (simulation == null) {
            return;
        }
        html.open("section", "id", "simulation").element("h2", "Simulated run");
        html.element("p", "The Java replicas run in one process on a simulated network, clock and"
                + " disk. The seed determines the run: the same seed gives the same trace, byte for"
                + " byte.");
        html.open("dl", "class", "facts");
        facts(simulation).forEach((name, value) ->
                html.element("dt", name).element("dd", value));
        html.close().close();
    }

    /** The facts in the order in which they are shown. */
    static Map<String, String> facts(Simulation simulation) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Scenario", simulation.scenario() + ", seed " + simulation.seed());
        facts.put("Replicas", simulation.weights().size() + " of weight " + simulation.weights()
                .stream().map(String::valueOf).collect(Collectors.joining(", ")));
        facts.put("Byzantine", byzantine(simulation));
        facts.put("Faults injected", simulation.faults().isEmpty() ? "none" : simulation.faults()
                .stream().map(SimulationSection::fault).collect(Collectors.joining("; ")));
        facts.put("Blocks final", simulation.blocks().entrySet().stream()
                .map(entry -> "replica " + entry.getKey() + ": " + Words.number(entry.getValue()))
                .collect(Collectors.joining(", ")));
        facts.put("Evidence found", list(simulation.evidence()));
        facts.put("Checked at every step", list(simulation.properties()));
        simulation.counts().forEach((name, value) -> facts.put(name, Words.number(value)));
        String violation = simulation.violation();
        if (violation != null) {
            facts.put("Violated", violation);
        }
        return facts;
    }

    private static String byzantine(Simulation simulation) {
        return simulation.byzantine().isEmpty() ? "none"
                : simulation.byzantine().entrySet().stream()
                        .map(entry -> "replica " + entry.getKey() + ": "
                                + String.join(", ", entry.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String fault(Simulation.Fault fault) {
        return fault.to() == 0 ? fault.text()
                : fault.text() + " from " + fault.from() + " to " + fault.to() + " ms";
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "none" : String.join(", ", items);
    }
}
