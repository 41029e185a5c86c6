package org.quittance.trace.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.models.Outputs;
import org.quittance.trace.Catalogue;
import org.quittance.trace.Verdict;
import org.quittance.trace.export.ItfExport;
import org.quittance.trace.export.Run;
import org.quittance.trace.export.ShivizExport;
import org.quittance.trace.export.StateModule;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.replay.ReplaySession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run for other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a recorded run for viewers, or one of its states for TLC.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "1:the trace is rejected; its states up to there are written, if that was asked for",
            "2:the file is not there or not a trace, a state is not in it, or wrong use",
            "4:TLC failed"
        })
final class ExportCommand implements Callable<Integer> {

    private static final String SUFFIX = ".tla";

    /** What to write. */
    static final class Form {

        @Option(
                names = "--itf",
                required = true,
                description = "The states of the spec along the run, in the Informal Trace Format"
                        + " (Apalache's and Quint's viewers).")
        private boolean itf;

        @Option(
                names = "--shiviz",
                required = true,
                description = "The events with vector clocks, as a log for ShiViz.")
        private boolean shiviz;

        @Option(
                names = "--state",
                paramLabel = "N",
                required = true,
                description = "The state after event N (0: before the first) as a module that TLC"
                        + " can start from; -o names it, and its configuration goes beside it.")
        private @Nullable Integer state;
    }

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Form form;

    @Parameters(paramLabel = "FILE", description = "The trace.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Where to write (default: the standard output).")
    private @Nullable Path out;

    @Mixin private AnySpecOption specs = new AnySpecOption();

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    ExportCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InputException(
                    "there is no file " + file + " to read; name a trace");
        }
        if (out != null) {
            Outputs.file(out, List.of(file), "-o");
        }
        Catalogue catalogue = specs.catalogue();
        Integer state = form.state;
        if (state != null) {
            return state(state, catalogue);
        }
        try (Writer writer = writer(out)) {
            return form.itf ? itf(writer, catalogue) : shiviz(writer, catalogue);
        }
    }

    private int itf(Writer writer, Catalogue catalogue) throws IOException {
        try (ItfExport export = new ItfExport(writer, String.valueOf(file.getFileName()))) {
            return told(new Run(catalogue, ReplaySession.WIDE).visit(file, export));
        }
    }

    private int shiviz(Writer writer, Catalogue catalogue) throws IOException {
        try {
            ShivizExport.write(file, catalogue, writer);
            return Verdict.ACCEPTED.exitCode();
        } catch (MalformedTraceException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private int state(int wanted, Catalogue catalogue) throws IOException {
        String name = name(wanted);
        List<StateModule> found = new ArrayList<>();
        Run.End end = new Run(catalogue, ReplaySession.WIDE).visit(file, point -> {
            if (point.index() == wanted) {
                found.add(new StateModule(
                        name,
                        StateModule.continuation(point.header().spec().name()),
                        point));
            }
        });
        if (found.isEmpty()) {
            told(end);
            throw new InputException(
                    file + ": there is no state after event " + wanted + "; the last is that after"
                            + " event " + end.events());
        }
        StateModule module = found.getFirst();
        String config = module.config() + module.invariants();
        try (Writer writer = writer(out)) {
            writer.write(module.text(""));
            if (out == null) {
                writer.write("\n" + config);
            }
        }
        if (out != null) {
            Files.writeString(
                    out.resolveSibling(name + ".cfg"), config, StandardCharsets.UTF_8);
        }
        return told(end);
    }

    /** The module's, which is its file's. */
    private String name(int wanted) {
        if (out == null) {
            return "State" + wanted;
        }
        String base = String.valueOf(out.getFileName());
        if (!base.matches("[A-Za-z][A-Za-z0-9_]*\\" + SUFFIX)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "-o: " + base + " can't be the file of a module; name it like State"
                            + wanted + SUFFIX);
        }
        return base.substring(0, base.length() - SUFFIX.length());
    }

    private int told(Run.End end) {
        if (end.verdict() == Verdict.MALFORMED) {
            throw new InputException(end.problem());
        }
        if (!end.problem().isEmpty()) {
            spec.commandLine().getErr().println(end.problem());
        }
        return end.verdict().exitCode();
    }

    private Writer writer(@Nullable Path place) throws IOException {
        if (place != null) {
            return Files.newBufferedWriter(place, StandardCharsets.UTF_8);
        }
        PrintWriter console = spec.commandLine().getOut();
        return new BufferedWriter(console) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
