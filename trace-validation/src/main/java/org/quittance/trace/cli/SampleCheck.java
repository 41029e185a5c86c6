package org.quittance.trace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.trace.ResultJson;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.quittance.trace.corpus.Corpus;
import org.quittance.trace.corpus.Coverage;
import org.quittance.trace.corpus.Expectation;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.reached.Operand;
import org.quittance.trace.reached.ReachedOperands;
import org.quittance.trace.reached.Unreached;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.spec.Specs;
import org.quittance.trace.specs.QuittanceSpecs;
import org.quittance.trace.tla.Workspace;

/** Holds the validator against the sample traces. */
final class SampleCheck {

    /** Operands that no accepted trace reaches, each with the reason. */
    private static final String UNREACHED = "unreached.tsv";

    private final TraceValidator validator;
    private final Path specs;
    private final Path samples;
    private final Corpus corpus;
    private final Path out;
    private final PrintWriter console;
    private final List<String> complaints = new ArrayList<>();

    SampleCheck(
            TraceValidator validator, Path specs, Path samples, Path out, PrintWriter console) {
        this.validator = validator;
        this.specs = specs;
        this.samples = samples;
        this.corpus = new Corpus(samples);
        this.out = out;
        this.console = console;
    }

    /** Is everything as it must be? */
    boolean run() throws IOException {
        List<ValidationResult> accepted = new ArrayList<>();
        for (Path file : corpus.accepted()) {
            ValidationResult result = validator.validate(file);
            ResultText.lines(result).forEach(console::println);
            console.flush();
            ResultJson.write(result, out.resolve("accepted"));
            if (result.verdict() != Verdict.ACCEPTED) {
                complaints.add(file + ": must be accepted, is " + result.verdict());
            }
            accepted.add(result);
        }
        List<Expectation> rejected = corpus.rejected();
        for (Expectation expectation : rejected) {
            ValidationResult result = validator.validate(corpus.file(expectation));
            Optional<String> complaint = expectation.complaint(result);
            console.println(ResultText.line(result)
                    + (complaint.isEmpty() ? "" : ": NOT AS IT MUST BE"));
            console.flush();
            ResultJson.write(result, out.resolve("rejected"));
            complaint.ifPresent(c -> complaints.add(expectation.file() + ": " + c));
        }
        coverage(accepted);
        operands(accepted);
        complaints.forEach(console::println);
        console.println(accepted.size() + " traces to accept and " + rejected.size()
                + " to reject: " + (complaints.isEmpty()
                        ? "all as they must be"
                        : complaints.size() + " complaints"));
        console.flush();
        return complaints.isEmpty();
    }

    private void coverage(List<ValidationResult> accepted) throws IOException {
        for (TraceSpec spec : QuittanceSpecs.ALL) {
            List<ValidationResult> ofSpec =
                    accepted.stream().filter(r -> r.spec().equals(spec.name())).toList();
            if (ofSpec.isEmpty()) {
                console.println("No trace of " + spec + " is among the samples.");
                continue;
            }
            Coverage coverage = Coverage.of(new Specs(specs).actions(spec), ofSpec);
            console.println("Actions of " + spec + " taken: " + coverage.taken());
            if (!coverage.missing().isEmpty()) {
                complaints.add("no accepted trace of " + spec + " takes "
                        + String.join(", ", coverage.missing()));
            }
        }
    }

    /** Where no accepted trace goes, a fault goes unnoticed; so it must be known why none does. */
    private void operands(List<ValidationResult> accepted) throws IOException {
        Path file = samples.resolve(UNREACHED);
        if (!Files.isRegularFile(file)) {
            complaints.add("there is no " + file + "; list there, with the reasons, what no"
                    + " accepted trace reaches");
            return;
        }
        Unreached listed = Unreached.read(file);
        for (TraceSpec spec : QuittanceSpecs.ALL) {
            List<Path> traces = accepted.stream()
                    .filter(r -> r.spec().equals(spec.name()) && r.verdict() == Verdict.ACCEPTED)
                    .map(r -> Path.of(r.file()))
                    .toList();
            if (traces.isEmpty()) {
                continue;
            }
            Map<Operand, Boolean> operands = reached(spec, traces);
            complaints.addAll(listed.problems(spec.name(), operands));
            console.println("Operands of " + spec + " reached: "
                    + operands.values().stream().filter(is -> is).count() + " of "
                    + operands.size());
        }
    }

    private Map<Operand, Boolean> reached(TraceSpec spec, List<Path> traces) throws IOException {
        try {
            return new ReachedOperands(spec, Workspace.folders(specs), ReplaySession.WIDE)
                    .by(traces);
        } catch (MalformedTraceException e) {
            // They were accepted just now.
            throw new IOException("a sample changes while it is read: " + e.getMessage(), e);
        }
    }
}
