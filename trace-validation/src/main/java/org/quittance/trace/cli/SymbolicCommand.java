package org.quittance.trace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.quittance.models.ApalacheFinder;
import org.quittance.models.ApalacheTool;
import org.quittance.models.InputException;
import org.quittance.trace.Catalogue;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.Verdict;
import org.quittance.trace.export.Run;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.symbolic.SymbolicEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates the beginnings of traces with Apalache, and compares. */
@Command(
        name = "symbolic",
        mixinStandardHelpOptions = true,
        description = {
            "Has the symbolic checker Apalache judge the first events of traces, and demands the"
                    + " verdict that TLC's evaluator gives, at the same event.",
            "For traces of Simplex and System."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the beginnings are accepted by both",
            "1:a beginning is rejected by both, at the same event",
            "2:a file is not there or not such a trace, or wrong use",
            "3:not run, since there is no Apalache",
            "4:a tool failed, or the two differ"
        })
final class SymbolicCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The traces.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many events of each trace are judged (default: ${DEFAULT-VALUE})."
                    + " Time grows with the square.")
    private int most;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "When Apalache is stopped (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private SpecsOption specs = new SpecsOption();

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    SymbolicCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (most < 1 || limit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--events and --limit must be at least 1");
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new InputException("there is no file " + file + " to read; name a trace");
            }
        }
        Catalogue catalogue = specs.catalogue();
        PrintWriter console = spec.commandLine().getOut();
        ApalacheTool apalache =
                ApalacheTool.find(ApalacheFinder.ofThisMachine(), spec.commandLine().getErr());
        if (apalache.command() == null) {
            console.println("not run: " + apalache.reason());
            return Verdict.NOT_RUN.exitCode();
        }
        SymbolicEngine engine =
                new SymbolicEngine(apalache, catalogue.folders(), Duration.ofSeconds(limit));
        int worst = Verdict.ACCEPTED.exitCode();
        for (Path file : files) {
            Verdict verdict = judge(file, catalogue, engine, console);
            console.flush();
            worst = Math.max(worst, verdict.exitCode());
        }
        return worst;
    }

    private Verdict judge(
            Path file, Catalogue catalogue, SymbolicEngine engine, PrintWriter console)
            throws IOException, InterruptedException {
        List<Header> header = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Run.End end = new Run(catalogue, ReplaySession.WIDE).visit(file, point -> {
            header.add(point.header());
            Event event = point.event();
            if (event != null) {
                events.add(event);
            }
        });
        if (end.verdict() == Verdict.MALFORMED || end.verdict() == Verdict.NOT_RUN) {
            throw new InputException(end.problem());
        }
        if (header.isEmpty()) {
            console.println(Verdict.TOOL_FAILED + " " + file + ": " + end.problem());
            return Verdict.TOOL_FAILED;
        }
        String name = header.getFirst().spec().name();
        if (!SymbolicEngine.reads(name)) {
            throw new InputException(
                    file + ": Apalache can't judge traces of " + name
                            + ", whose trace spec has no types; name one of Simplex or System");
        }
        Event refused = end.rejected();
        if (refused != null) {
            events.add(refused);
        }
        List<Event> cut = events.subList(0, Math.min(most, events.size()));
        long begun = System.nanoTime();
        EngineOutcome outcome = engine.run(header.getFirst(), List.copyOf(cut));
        double seconds = (System.nanoTime() - begun) / 1e9;
        Verdict verdict = compare(outcome, cut.size(), end);
        console.printf(
                Locale.ROOT,
                "%-11s %s: %d events of %d, Apalache %.1f s%n",
                verdict, file, cut.size(), events.size(), seconds);
        if (verdict == Verdict.TOOL_FAILED) {
            console.println("  " + told(outcome) + "; by TLC's evaluator "
                    + Math.min(end.events(), cut.size()) + " are accepted"
                    + (end.problem().isEmpty() ? "" : " (" + end.problem() + ")"));
        }
        return verdict;
    }

    /** What both say; that a tool failed if they differ, since then one of them is wrong. */
    static Verdict compare(EngineOutcome outcome, int events, Run.End end) {
        return switch (outcome) {
            case EngineOutcome.Accepted a when end.events() >= events -> Verdict.ACCEPTED;
            case EngineOutcome.Rejected r when end.verdict() == Verdict.REJECTED
                            && r.accepted() == end.events() -> Verdict.REJECTED;
            default -> Verdict.TOOL_FAILED;
        };
    }

    private static String told(EngineOutcome outcome) {
        return switch (outcome) {
            case EngineOutcome.Accepted a -> "by Apalache all are accepted";
            case EngineOutcome.Rejected r -> "by Apalache " + r.accepted() + " are accepted";
            case EngineOutcome.Failed f -> f.problem();
        };
    }
}
