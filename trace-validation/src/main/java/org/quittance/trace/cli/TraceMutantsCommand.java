package org.quittance.trace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.models.Outputs;
import org.quittance.trace.TraceJudge;
import org.quittance.trace.corpus.Corpus;
import org.quittance.trace.mutate.MutantsOfTraces;
import org.quittance.trace.tla.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how much the validation of traces notices. */
@Command(
        name = "mutants",
        mixinStandardHelpOptions = true,
        description = {
            "Makes flaws in accepted traces, one at a time, and says how many are rejected where"
                    + " they are: events dropped, doubled, swapped or given to another node, each"
                    + " number, text, flag, list and map of an event changed, the end cut off.",
            "Without files it takes the sample traces.",
            "--consequences and --survivors are lists in JSON of what can follow from a flaw"
                    + " elsewhere in a trace, and of mutants that survive, with the reasons;"
                    + " without them those hold that are listed for the specs and samples here."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:at least 95 %% are rejected at the right event, in words that name what is wrong,"
                    + " and for each survivor a reason is listed",
            "1:fewer are, or something is not listed, or listed and not so",
            "2:a file is not there or not an accepted trace, the specs are not where they should"
                    + " be, or wrong use"
        })
final class TraceMutantsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Traces that are accepted.")
    private List<Path> files = new ArrayList<>();

    @Mixin private SpecsOption specs = new SpecsOption();

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            defaultValue = "trace-validation/src/test/resources/traces",
            description = "The folder of the sample traces (default: ${DEFAULT-VALUE}).")
    private Path samples;

    @Option(
            names = "--each",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Of mutants that are alike (one kind, action and field) only so many, and"
                    + " those that are listed; 0 for all (default).")
    private int each;

    @Option(names = "--consequences", paramLabel = "FILE", description = "The list of these.")
    private @Nullable Path consequences;

    @Option(names = "--survivors", paramLabel = "FILE", description = "The list of these.")
    private @Nullable Path survivors;

    @Option(names = "--json", paramLabel = "FILE", description = "Write scores and survivors here.")
    private @Nullable Path json;

    @Option(names = "--table", paramLabel = "FILE", description = "Write them as Markdown here.")
    private @Nullable Path table;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    TraceMutantsCommand() {}

    @Override
    public Integer call() throws IOException {
        check();
        List<Path> traces = files.isEmpty() ? new Corpus(samples).accepted() : files;
        PrintWriter console = spec.commandLine().getOut();
        MutantsOfTraces mutants =
                MutantsOfTraces.test(
                        traces,
                        file -> TraceJudge.of(file, specs.folder(), Map.of()),
                        consequences,
                        survivors,
                        each,
                        line -> {
                            console.println(line);
                            console.flush();
                        });
        mutants.lines().forEach(console::println);
        if (json != null) {
            mutants.write(json);
        }
        if (table != null) {
            Files.writeString(table, mutants.markdown(), StandardCharsets.UTF_8);
        }
        List<String> complaints = mutants.complaints();
        complaints.forEach(console::println);
        console.println(complaints.isEmpty() ? "all as it must be" : "NOT AS IT MUST BE");
        console.flush();
        return complaints.isEmpty() ? 0 : 1;
    }

    private void check() {
        if (each < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--each is " + each + "; give 0 or more");
        }
        try {
            Workspace.check(specs.folder());
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new InputException(file + " is a folder; name the traces in it");
            }
            if (!Files.isReadable(file)) {
                throw new InputException(
                        "there is no file " + file + ", or it can't be read; name a trace");
            }
        }
        long names = files.stream().map(f -> String.valueOf(f.getFileName())).distinct().count();
        if (names < files.size()) {
            throw new InputException("two traces have one file name; rename one");
        }
        if (json != null) {
            Outputs.file(json, files, "--json");
        }
        if (table != null) {
            Outputs.file(table, files, "--table");
        }
    }
}
