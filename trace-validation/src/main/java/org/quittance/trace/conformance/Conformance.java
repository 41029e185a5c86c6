package org.quittance.trace.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.trace.Catalogue;
import org.quittance.trace.Rejection;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.quittance.trace.format.TraceSpec;

/**
 * Do recorded runs of a program conform to a spec in TLA+?
 *
 * <pre>
 * Conformance spec = Conformance.to(Path.of("two-phase.json"));
 * try (TraceRecorder trace = spec.recorder(Path.of("run.ndjson"), "commit")) {
 *     trace.begin(4);
 *     // run the program, which calls trace.log(...) at each of its steps
 * }
 * spec.require(Path.of("run.ndjson"));
 * </pre>
 */
public final class Conformance {

    private final Catalogue catalogue;
    private final TraceSpec spec;

    private Conformance(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.spec = catalogue.specs().get(0);
    }

    /**
     * Conformance to the spec of a mapping file, beside which its modules lie.
     *
     * @throws IOException if it can't be read or is not one; its message is for people
     */
    public static Conformance to(Path mapping) throws IOException {
        return new Conformance(Catalogue.of(mapping));
    }

    /**
     * A recorder for the trace of a run.
     *
     * @param file where the trace is written; what was there before is lost
     * @param scenario what is run, for people
     * @throws IOException if the file can't be written
     */
    public TraceRecorder recorder(Path file, String scenario) throws IOException {
        return new TraceRecorder(file, spec, scenario);
    }

    /** Validates a trace. Whatever goes wrong is in the result. */
    public ValidationResult check(Path trace) {
        return new TraceValidator(catalogue, Map.of(), false).validate(trace);
    }

    /**
     * Validates a trace that must be accepted.
     *
     * @throws AssertionError if the spec does not allow the run; it says where and why
     * @throws IllegalStateException if nothing is known of the run, since the file is not a trace
     *     or the spec can't be evaluated
     */
    public void require(Path trace) {
        ValidationResult result = check(trace);
        if (result.verdict() == Verdict.REJECTED) {
            throw new AssertionError(text(result));
        }
        if (result.verdict() != Verdict.ACCEPTED) {
            throw new IllegalStateException(text(result));
        }
    }

    /** The result for people: what came out, and for what was not accepted why. */
    public static String text(ValidationResult result) {
        List<String> lines = new ArrayList<>();
        Rejection rejection = result.rejection();
        String problem = result.problem();
        if (rejection != null) {
            lines.addAll(rejection.message());
        } else if (problem != null) {
            lines.add(result.verdict() + ": " + problem);
        } else {
            lines.add(result.verdict() + " " + result.file() + ": " + result.events() + " events");
        }
        return String.join(System.lineSeparator(), lines);
    }
}
