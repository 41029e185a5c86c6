package org.quittance.trace.results;

import java.util.List;
import java.util.Map;
import org.quittance.trace.EngineRun;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** One result of each verdict. */
final class SampleResults {

    static final ValidationResult ACCEPTED =
            of(Verdict.ACCEPTED, "traces/good one.ndjson", "Simplex", null, null);
    static final ValidationResult REJECTED = of(
            Verdict.REJECTED, "traces/bad.ndjson", "Simplex",
            new Rejection(
                    1, 4, 18, 17, "Notarize", "this is no <step> & \u0001", "IsNotarize",
                    "x \\in {1}", null, null, null, List.of(), List.of(), List.of(),
                    List.of("bad.ndjson:18: rejected", "  for x \\in {1} is false")),
            null);
    static final ValidationResult MALFORMED = of(
            Verdict.MALFORMED, "traces/no.ndjson", "", null, "traces/no.ndjson:7: seq: a gap");
    static final ValidationResult FAILED =
            of(Verdict.TOOL_FAILED, "traces/odd.ndjson", "System", null, "TLC failed");
    static final ValidationResult NOT_RUN =
            of(Verdict.NOT_RUN, "traces/late.ndjson", "", null, "interrupted");

    static final List<ValidationResult> ALL =
            List.of(ACCEPTED, REJECTED, MALFORMED, FAILED, NOT_RUN);

    private SampleResults() {}

    private static ValidationResult of(
            Verdict verdict, String file, String spec, Rejection rejection, String problem) {
        return new ValidationResult(
                ValidationResult.FORMAT, ValidationResult.VERSION, verdict, file, spec, "unknown",
                1L, 20, 21, 0, Map.of(), Map.of(),
                List.of(new EngineRun("stream", verdict, 20, 21, 0.25, 80, "TLC")),
                rejection, problem);
    }
}
