package org.quittance.trace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Outputs;
import org.quittance.models.Tlc;
import org.quittance.report.HtmlReport;
import org.quittance.trace.Catalogue;
import org.quittance.trace.ResultJson;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.format.FollowedLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Validates traces against the specs, as streams with TLC's evaluator.",
            "Without files it validates the sample traces: those that must be accepted must take"
                    + " every action among them, and those that must be rejected must be so at the"
                    + " right event."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all accepted (samples: all as they must be)",
            "1:a trace is rejected (samples: something is not as it must be)",
            "2:a file is not there or not a trace, the specs or the jar of TLC are not where they"
                    + " should be, results can't be written, or wrong use",
            "3:not run, since the validation was interrupted or a file became unreadable",
            "4:TLC failed, so that nothing is known"
        })
final class ValidateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The traces; with --follow also folders.")
    private List<Path> files = new ArrayList<>();

    @Mixin private AnySpecOption specs = new AnySpecOption();

    @Option(
            names = "--both",
            description = "Besides as a stream, validate with an unmodified TLC over the whole.")
    private boolean both;

    @Option(
            names = "--parts",
            description = "Validate each node by itself, side by side, and what they sent to each"
                    + " other, instead of the whole.")
    private boolean parts;

    @Option(
            names = "--segments",
            paramLabel = "N",
            description = "Validate segments of at least so many events side by side; for traces"
                    + " with events that have all variables, as those of settlement.")
    private int segments;

    @Option(
            names = "--follow",
            description = "Validate traces that are still written, one after the other, up to the"
                    + " end marker of each; - is the standard input. Or the run of a whole"
                    + " cluster, if folders are given: that of a cluster, or one of each node.")
    private boolean follow;

    @Mixin private FollowOptions following = new FollowOptions();

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many views below the last committed block, or heights below the"
                    + " last final block, are remembered at least (default: ${DEFAULT-VALUE})."
                    + " What is older is taken for granted.")
    private int window;

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

    @Mixin private ResultOptions results = new ResultOptions();

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    ValidateCommand() {}

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = catalogue();
        PrintWriter console = spec.commandLine().getOut();
        if (files.isEmpty()) {
            TraceValidator validator = new TraceValidator(catalogue, System.getenv(), true);
            if (report != null) {
                throw new ParameterException(spec.commandLine(), "--report needs a trace");
            }
            if (results.given() != null) {
                throw new ParameterException(
                        spec.commandLine(), results.given() + " needs a trace");
            }
            Outputs.folder(out.resolve("accepted"), "--out");
            Outputs.folder(out.resolve("rejected"), "--out");
            return new SampleCheck(validator, specs.folder(), samples, out, console).run() ? 0 : 1;
        }
        if (report != null && files.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--report is for one trace, not for " + files.size());
        }
        if (follow && files.stream().allMatch(Files::isDirectory)) {
            checkFollowing();
            return new ClusterFollower(catalogue, following, files, window, out, results, console)
                    .run();
        }
        checkInputs();
        checkOutputs();
        TraceValidator validator =
                new TraceValidator(catalogue, System.getenv(), both, window);
        List<ValidationResult> all = new ArrayList<>();
        for (Path file : files) {
            ValidationResult result = validate(validator, file);
            ResultText.lines(result).forEach(console::println);
            console.flush();
            ResultJson.write(result, out);
            if (report != null) {
                HtmlReport.write(report, result, file);
            }
            all.add(result);
        }
        int exitCode = WorstFirst.exitCode(all);
        results.write(all, exitCode);
        return exitCode;
    }

    private ValidationResult validate(TraceValidator validator, Path file) throws IOException {
        if (parts) {
            return validator.validateParts(file);
        }
        if (segments > 0) {
            return validator.validateSegments(file, segments);
        }
        if (!follow) {
            return validator.validate(file);
        }
        boolean isPipe = file.toString().equals("-");
        InputStream in = isPipe ? System.in : Files.newInputStream(file);
        return validator.follow(
                isPipe ? "standard input" : file.toString(),
                new FollowedLines(in, !isPipe, following.patience(Duration.ofDays(1))));
    }

    /** Once and not once per trace, since without its modules nothing can be validated. */
    private Catalogue catalogue() {
        if (both || files.isEmpty()) {
            Tlc.findJar(System.getenv());
        }
        return specs.catalogue();
    }

    private void checkFollowing() {
        checkWays();
        if (report != null) {
            throw new ParameterException(
                    spec.commandLine(), "--report is for one trace, not for a cluster");
        }
        Outputs.folder(out, "--out");
    }

    private void checkInputs() {
        checkWays();
        for (Path file : files) {
            if (!follow || !file.toString().equals("-")) {
                TracePlaces.checkReadable(file);
            }
        }
    }

    private void checkWays() {
        if (Stream.of(follow, parts, both, segments > 0).filter(chosen -> chosen).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--follow, --parts, --segments and --both exclude each other");
        }
    }

    private void checkOutputs() {
        List<Path> taken = TracePlaces.checkResults(files, out);
        Path page = report;
        if (page != null) {
            Outputs.file(page, taken, "--report");
            taken.add(page);
        }
        results.check(taken);
    }
}
