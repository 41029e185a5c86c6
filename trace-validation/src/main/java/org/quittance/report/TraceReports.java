package org.quittance.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** The report of a validated trace alone. */
final class TraceReports {

    private TraceReports() {}

    static Report of(ValidationResult result, Path trace) throws IOException {
        TraceCheck check = new TraceCheck(result.file(), result, null);
        boolean readable = result.verdict() == Verdict.ACCEPTED
                || result.verdict() == Verdict.REJECTED;
        return new Report(
                "trace validation",
                List.of(phase(check)),
                List.of(),
                List.of(),
                null,
                check,
                null,
                readable && isOrdering(result) ? RunTrace.read(trace) : null,
                List.of(),
                readable && !isOrdering(result) ? settling(result.spec(), trace) : null);
    }

    /** Whether the events are of the consensus, which the diagram shows. */
    static boolean isOrdering(ValidationResult result) {
        return !result.spec().equals(SettlementStory.SPEC)
                && !result.spec().equals(SystemStory.SPEC);
    }

    private static Settling settling(String spec, Path trace) throws IOException {
        boolean isMarket = spec.equals(SettlementStory.SPEC);
        return new Settling(null, null, null, null,
                isMarket ? SettlementStory.read(trace) : null,
                isMarket ? null : SystemStory.read(trace),
                isMarket ? "" : "this is no settlement trace");
    }

    private static Phase phase(TraceCheck check) {
        return new Phase("Trace validation",
                check.result().verdict() == Verdict.NOT_RUN
                        ? Status.NOT_RUN : Status.of(TraceSection.isAsExpected(check)),
                summary(check.result()));
    }

    /** One sentence: what is known of the trace now. */
    static String summary(ValidationResult result) {
        Rejection rejection = result.rejection();
        String problem = result.problem();
        if (rejection != null) {
            return "rejected at event " + Words.number(rejection.event()) + " of "
                    + Words.number(result.events()) + ", " + rejection.action() + " of replica "
                    + rejection.node() + ": " + rejection.reason();
        }
        if (problem != null) {
            return result.verdict().words() + ": " + problem.strip().replaceAll("\\s+", " ");
        }
        return Words.count(result.events(), "event") + " " + result.verdict().words();
    }
}
