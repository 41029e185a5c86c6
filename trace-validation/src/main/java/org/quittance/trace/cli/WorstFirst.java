package org.quittance.trace.cli;

import java.util.List;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** What is worst decides the exit code: an answer that can't be had comes before a bad one. */
final class WorstFirst {

    private static final List<Verdict> ORDER =
            List.of(
                    Verdict.TOOL_FAILED,
                    Verdict.MALFORMED,
                    Verdict.NOT_RUN,
                    Verdict.REJECTED,
                    Verdict.ACCEPTED);

    private WorstFirst() {}

    /** The status with which a command ends that had these results; there is one at least. */
    static int exitCode(List<ValidationResult> results) {
        List<Verdict> verdicts = results.stream().map(ValidationResult::verdict).toList();
        return ORDER.stream().filter(verdicts::contains).findFirst().orElseThrow().exitCode();
    }
}
