package org.quittance.trace;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The outcome of validating one trace, as it is written to JSON and read by the report.
 *
 * @param format "quittance-validation"
 * @param version 1
 * @param verdict what it came to
 * @param file the trace, as it was named by whoever asked
 * @param spec the spec that the trace claims to follow, such as "Simplex"; "" if unknown
 * @param commit the commit of the software that ran; "" if unknown
 * @param seed the seed that repeats the run; absent if unknown
 * @param events how many events the trace has
 * @param states the states of the spec that were reached, the initial one included
 * @param upkeep how many steps were taken between events, to forget or to recall something
 * @param actions how often each action occurs among the accepted events
 * @param nodes how many accepted events each node has
 * @param engines how each of the two ways fared, in the order in which they ran
 * @param rejection present if, and only if, the verdict is "rejected"
 * @param problem one paragraph for people; present if the verdict is neither "accepted" nor
 *     "rejected"
 */
public record ValidationResult(
        String format,
        int version,
        Verdict verdict,
        String file,
        String spec,
        String commit,
        @Nullable Long seed,
        int events,
        long states,
        long upkeep,
        Map<String, Integer> actions,
        Map<Integer, Integer> nodes,
        List<EngineRun> engines,
        @Nullable Rejection rejection,
        @Nullable String problem) {

    /** The value of {@code format}. */
    public static final String FORMAT = "quittance-validation";
    /** The value of {@code version}. */
    public static final int VERSION = 1;
}
