package org.quittance.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.models.ModelResults;
import org.quittance.trace.EngineRun;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** Made-up results. */
final class Samples {

    private Samples() {}

    static ModelResults.Check check(String name, boolean ok) {
        return new ModelResults.Check(name, "Voting", "2 views", List.of("Agreement"), "holds",
                ok ? "holds" : "violates Agreement", 1234L, 1234L, 5000L, 9L, 1.5, 1.0, ok,
                ok ? "" : "violates Agreement", "log/" + name + ".txt");
    }

    static ModelResults models(ModelResults.Check... checks) {
        boolean ok = List.of(checks).stream().allMatch(ModelResults.Check::ok);
        return new ModelResults(ModelResults.FORMAT, ModelResults.Kind.MODELS, "everyday",
                "TLC2 Version 2.18", "2026-01-01T00:00:00Z", 3, ok, List.of(checks), List.of(),
                List.of(), List.of());
    }

    static Map<String, Integer> allActions() {
        Map<String, Integer> actions = new TreeMap<>();
        SpecActions.OF_CORRECT_REPLICAS.forEach(action -> actions.put(action, 3));
        actions.put("Receive", 20);
        return actions;
    }

    static EngineRun engine(String name, Verdict verdict, int accepted) {
        return new EngineRun(name, verdict, accepted, accepted + 1L, 0.5, 2.0 * accepted, "TLC2");
    }

    static ValidationResult accepted(int events, Map<String, Integer> actions) {
        return result(Verdict.ACCEPTED, events, events, actions, null, null);
    }

    /** Rejected at this event, from 1. */
    static ValidationResult rejected(int events, int event) {
        return result(Verdict.REJECTED, events, event - 1, allActions(),
                rejection(event, "no quorum signed it"), null);
    }

    static ValidationResult failed(String problem) {
        return result(Verdict.TOOL_FAILED, 10, 3, Map.of(), null, problem);
    }

    static Rejection rejection(int event, String reason) {
        return new Rejection(0, event - 1, event + 1, event, "HoldCertificate", reason,
                "IsHoldCertificate > CanHoldCertificate", "IsQuorum(signers)", null, null, null,
                List.of("signers = {0, 1}"), List.of(), List.of(),
                List.of("event " + event + " is not allowed", "  IsQuorum(signers) is FALSE"));
    }

    static ValidationResult result(Verdict verdict, int events, int accepted,
            Map<String, Integer> actions, Rejection rejection, String problem) {
        return new ValidationResult(ValidationResult.FORMAT, ValidationResult.VERSION, verdict,
                "run.ndjson", "Simplex", "unknown", 7L, events, accepted + 1L, 0, actions,
                Map.of(0, accepted), List.of(engine("batch", verdict, accepted),
                        engine("stream", verdict, accepted)), rejection, problem);
    }

    static TraceCheck check(ValidationResult result, Integer expected) {
        return new TraceCheck("the trace", result, expected);
    }

    static Simulation simulation(Map<Integer, Long> blocks, String violation) {
        return new Simulation("demo", 7, List.of(1L, 1L, 1L, 1L), Map.of(3, List.of("twin")),
                List.of(SimulationReader.fault("partition [0, 0, 1, 1] at 900 for 700 ms")), blocks,
                Map.of("Messages sent", 99L),
                List.of("against replica 3, in one view: two notarize votes"), List.of("Agreement"),
                violation, 0.4);
    }
}
