package org.quittance.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.models.ModelResults;
import org.quittance.models.Outputs;
import org.quittance.models.ResultFiles;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report of what was checked before. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the HTML report of the last results of models, mutants and symbolic checks, and"
                    + " of one validated trace.",
            "It runs nothing: what has no results yet is listed as not run.",
            "PASS takes good results of the models and of a trace. Without those of mutants or"
                    + " symbolic checks it says PASS of what was run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS",
            "1:FAIL: something is not as it must be",
            "2:there are no results, they are damaged, or the report can't be written",
            "3:INCOMPLETE: nothing failed, but the models or the validation of a trace were not run"
        })
public final class ReportCommand implements Callable<Integer> {

    private static final Map<ModelResults.Kind, String> TARGETS = Map.of(
            ModelResults.Kind.MODELS, "make specs",
            ModelResults.Kind.MUTANTS, "mutants of the specs: make mutants",
            ModelResults.Kind.SYMBOLIC, "symbolic checks: make symbolic");

    private static final int INCOMPLETE = 3;

    @Spec private CommandSpec spec;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "target/models",
            description = "Folder with results; ${DEFAULT-VALUE} if not given.")
    private Path models;

    @Option(
            names = "--validation",
            paramLabel = "FILE",
            defaultValue = "target/demo/validation.json",
            description = "Result of a trace validation; ${DEFAULT-VALUE} if not given.")
    private Path validation;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "target/report.html",
            description = "Where to; ${DEFAULT-VALUE} if not given.")
    private Path out;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    public ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        List<Path> inputs = new ArrayList<>(List.of(validation));
        for (ModelResults.Kind kind : ModelResults.Kind.values()) {
            inputs.add(models.resolve(kind.file()));
        }
        Outputs.file(out, inputs, "--out");
        List<Phase> phases = new ArrayList<>();
        List<String> notRun = new ArrayList<>();
        List<ModelResults> results = results(phases, notRun);
        TraceCheck check = check(phases);
        if (results.isEmpty() && check == null) {
            throw new InputException("there are no results in " + models + " and no " + validation
                    + ": run make demo or make specs first");
        }
        RunTrace run = run(check);
        Settling settling = settling(phases, notRun);
        Report report = new Report(Report.RESULTS, phases, results,
                PropertyTable.rows(results, null), null, check, null, run, notRun, settling);
        PrintWriter console = spec.commandLine().getOut();
        VerdictPage.lines(report, out.toString()).forEach(console::println);
        console.flush();
        HtmlReport.write(out, report);
        return report.isPass() ? 0 : report.isIncomplete() ? INCOMPLETE : 1;
    }

    private List<ModelResults> results(List<Phase> phases, List<String> notRun)
            throws IOException {
        List<ModelResults> all = new ArrayList<>();
        for (ModelResults.Kind kind : ModelResults.Kind.values()) {
            Path file = models.resolve(kind.file());
            if (!Files.exists(file)) {
                String target = TARGETS.getOrDefault(kind, kind.file());
                if (kind == ModelResults.Kind.MODELS) {
                    phases.add(Judge.notRun(Judge.MODELS, target));
                } else {
                    notRun.add(target);
                }
                continue;
            }
            ModelResults results = ResultFiles.read(file);
            all.add(results);
            // Without the tool nothing was checked. The page says so, and it is no failure.
            if (kind == ModelResults.Kind.MODELS || results.notRun().isEmpty()
                    || !results.checks().isEmpty()) {
                phases.add(Judge.models(results));
            }
        }
        return all;
    }

    private @Nullable TraceCheck check(List<Phase> phases) throws IOException {
        if (!Files.exists(validation)) {
            phases.add(Judge.notRun(Judge.TRACE, "make demo"));
            return null;
        }
        TraceCheck check = new TraceCheck("the trace", Validations.read(validation), null);
        phases.add(Judge.trace(check));
        if (check.result().verdict() == Verdict.ACCEPTED) {
            phases.add(Judge.coverage(check.result()));
        }
        return check;
    }

    /** The market of the run whose traces were validated, as far as they are still there. */
    private Settling settling(List<Phase> phases, List<String> notRun) throws IOException {
        TraceCheck settlement =
                check(phases, notRun, Judge.SETTLEMENT, Validations.SETTLEMENT_FILE);
        TraceCheck system = check(phases, notRun, Judge.SYSTEM, Validations.SYSTEM_FILE);
        Path market = trace(settlement);
        Path replicas = trace(system);
        return new Settling(settlement, null, system, null,
                market == null ? null : SettlementStory.read(market),
                replicas == null ? null : SystemStory.read(replicas),
                "there is no validated settlement trace");
    }

    private @Nullable TraceCheck check(
            List<Phase> phases, List<String> notRun, String phase, String file)
            throws IOException {
        Path result = validation.resolveSibling(file);
        if (!Files.exists(result)) {
            notRun.add(phase + ": make demo");
            return null;
        }
        TraceCheck check = new TraceCheck("the trace", Validations.read(result), null);
        phases.add(Judge.trace(phase, check));
        return check;
    }

    /** The events of the trace, if it is still there. */
    private static @Nullable RunTrace run(@Nullable TraceCheck check) throws IOException {
        Path trace = trace(check);
        return trace == null ? null : RunTrace.read(trace);
    }

    /** A validated trace that is well-formed and still there. */
    private static @Nullable Path trace(@Nullable TraceCheck check) {
        if (check == null) {
            return null;
        }
        ValidationResult result = check.result();
        Path trace = Path.of(result.file());
        boolean known = result.verdict() == Verdict.ACCEPTED
                || result.verdict() == Verdict.REJECTED;
        return known && Files.exists(trace) ? trace : null;
    }
}
