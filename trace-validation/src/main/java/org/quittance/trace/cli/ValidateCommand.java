package org.quittance.trace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.report.HtmlReport;
import org.quittance.trace.ResultJson;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates the given traces, or the samples if none is given. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Validates traces against the specs, each in two ways with TLC.",
            "Without files it validates the sample traces: those that must be accepted must take"
                    + " every action among them, and those that must be rejected must be so at the"
                    + " right event."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all accepted (samples: all as they must be)",
            "1:a trace is rejected (samples: something is not as it must be)",
            "2:a file is not a trace, or wrong use",
            "3:not run, since a file is not there",
            "4:TLC failed, so that nothing is known"
        })
final class ValidateCommand implements Callable<Integer> {

    /** What is worst decides the exit code: an answer that can't be had comes before a bad one. */
    private static final List<Verdict> WORST_FIRST =
            List.of(
                    Verdict.TOOL_FAILED,
                    Verdict.MALFORMED,
                    Verdict.NOT_RUN,
                    Verdict.REJECTED,
                    Verdict.ACCEPTED);

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The traces.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--specs",
            paramLabel = "DIR",
            defaultValue = "specs",
            description = "The folder of the specs (default: specs).")
    private Path specs;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            defaultValue = "trace-validation/src/test/resources/traces",
            description = "The folder of the sample traces (default: ${DEFAULT-VALUE}).")
    private Path samples;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/traces",
            description = "Where to write each result as JSON (default: target/traces).")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write an HTML report with a diagram of the run here; for one trace.")
    private @Nullable Path report;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    ValidateCommand() {}

    @Override
    public Integer call() throws IOException {
        TraceValidator validator = new TraceValidator(specs, System.getenv());
        PrintWriter console = spec.commandLine().getOut();
        if (files.isEmpty()) {
            if (report != null) {
                throw new ParameterException(spec.commandLine(), "--report needs a trace");
            }
            return new SampleCheck(validator, specs, samples, out, console).run() ? 0 : 1;
        }
        if (report != null && files.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--report is for one trace, not for " + files.size());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Path file : files) {
            ValidationResult result = validator.validate(file);
            ResultJson.write(result, out);
            if (report != null) {
                HtmlReport.write(report, result, file);
            }
            ResultText.lines(result).forEach(console::println);
            console.flush();
            verdicts.add(result.verdict());
        }
        return WORST_FIRST.stream()
                .filter(verdicts::contains)
                .findFirst()
                .orElseThrow()
                .exitCode();
    }
}
