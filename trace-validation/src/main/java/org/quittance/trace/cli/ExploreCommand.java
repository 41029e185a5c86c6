package org.quittance.trace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quittance.models.InputException;
import org.quittance.trace.Catalogue;
import org.quittance.trace.Verdict;
import org.quittance.trace.corpus.Corpus;
import org.quittance.trace.explore.Explorer;
import org.quittance.trace.export.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has TLC go on from states of recorded runs. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Takes some states of each run and has TLC go a few steps on from there, in all ways"
                    + " that the spec allows, with a few new blocks: the safety properties must"
                    + " hold.",
            "Without files it takes the sample traces of Simplex and System."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every property holds",
            "1:a property is violated, or a trace is rejected",
            "2:a file is not there or not such a trace, or wrong use",
            "4:TLC failed, so that nothing is known"
        })
final class ExploreCommand implements Callable<Integer> {

    /** What there is to explore with; the samples of settlement leave too much open. */
    private static final List<String> SPECS = List.of("Simplex", "System");

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The traces.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many states of each trace (default: ${DEFAULT-VALUE}).")
    private int states;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many steps TLC goes (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "When TLC is stopped (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private SpecsOption specs = new SpecsOption();

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            defaultValue = "trace-validation/src/test/resources/traces",
            description = "The folder of the sample traces (default: ${DEFAULT-VALUE}).")
    private Path samples;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    ExploreCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (states < 1 || steps < 1 || limit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--states, --steps and --limit must be at least 1");
        }
        Catalogue catalogue = specs.catalogue();
        Explorer explorer =
                new Explorer(catalogue.folders(), steps, Duration.ofSeconds(limit));
        List<Path> traces = files.isEmpty() ? samples() : files;
        PrintWriter console = spec.commandLine().getOut();
        int worst = 0;
        for (Path trace : traces) {
            if (!Files.isReadable(trace) || Files.isDirectory(trace)) {
                throw new InputException("there is no file " + trace + " to read; name a trace");
            }
            worst = Math.max(worst, explore(trace, catalogue, explorer, console));
        }
        return worst;
    }

    private List<Path> samples() throws IOException {
        List<Path> traces = new ArrayList<>();
        for (Path trace : new Corpus(samples).accepted()) {
            try (var lines = Files.lines(trace)) {
                String header = lines.findFirst().orElse("");
                if (SPECS.stream().anyMatch(s -> header.contains("\"spec\":\"" + s + "\""))) {
                    traces.add(trace);
                }
            }
        }
        return traces;
    }

    private int explore(Path trace, Catalogue catalogue, Explorer explorer, PrintWriter console)
            throws IOException, InterruptedException {
        List<Explorer.Start> starts = new ArrayList<>();
        Run.End end = explorer.sample(trace, catalogue, states, starts);
        if (end.verdict() == Verdict.MALFORMED) {
            throw new InputException(end.problem());
        }
        int worst = end.verdict().exitCode();
        if (!end.problem().isEmpty()) {
            console.println(end.verdict() + ": " + end.problem());
        }
        long total = 0;
        for (Explorer.Start start : starts) {
            Explorer.Found found = explorer.explore(start);
            total += found.states();
            if (!found.problem().isEmpty()) {
                String what = found.isViolation() ? "violated" : "tool failed";
                console.println(what + ": " + trace + ", on from event " + start.event() + ": "
                        + found.problem());
                found.example().lines().forEach(line -> console.println("  " + line));
                worst = Math.max(
                        worst, found.isViolation() ? 1 : Verdict.TOOL_FAILED.exitCode());
            }
        }
        if (total == 0) {
            console.println("tool failed: " + trace + ": no state was explored");
            worst = Verdict.TOOL_FAILED.exitCode();
        }
        console.println(trace + ": " + starts.size() + " states, " + total
                + " states within " + steps + " steps of them");
        console.flush();
        return worst;
    }
}
