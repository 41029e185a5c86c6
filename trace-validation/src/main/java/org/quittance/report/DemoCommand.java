package org.quittance.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.quittance.models.InputException;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ManifestReader;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelRunner;
import org.quittance.models.Outputs;
import org.quittance.models.Tlc;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.tla.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all of it at work, and says PASS or FAIL. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the everyday models, runs a simulated cluster with a Byzantine replica and"
                    + " faults, validates its trace and a broken copy of it, and says what is"
                    + " known now.",
            "The last line says PASS or FAIL and where the HTML report is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS",
            "1:FAIL: something is not as it must be, or could not be run",
            "2:the specs, the jar of TLC or the simulator are not where they should be, results"
                    + " can't be written, or wrong use"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int MOST_AT_A_TIME = 2;

    private static final String HTML = "report.html";
    private static final String MODELS = "models";
    private static final String SIMULATION = "sim";

    @Spec private CommandSpec spec;

    @Option(
            names = "--sim-classpath",
            required = true,
            paramLabel = "CP",
            description = "Class path of the simulator, as java -cp takes it.")
    private String simClasspath;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Seed of the simulated run; ${DEFAULT-VALUE} if not given.")
    private long seed;

    @Option(
            names = "--specs",
            paramLabel = "DIR",
            defaultValue = "specs",
            description = "Folder of the specs; ${DEFAULT-VALUE} if not given.")
    private Path specs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/demo",
            description = "Folder for the report and all that leads to it; ${DEFAULT-VALUE} if not"
                    + " given.")
    private Path out;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    public DemoCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter console = spec.commandLine().getOut();
        Consumer<String> progress = line -> {
            console.println(line);
            console.flush();
        };
        Outputs.folder(out, "--out");
        clear();
        check();
        Report report = new Demo(new RealTools(), out, progress).run();
        Path html = out.resolve(HTML);
        console.println();
        VerdictPage.lines(report, html.toString()).forEach(console::println);
        console.flush();
        TraceCheck trace = report.trace();
        if (trace != null) {
            Validations.write(out.resolve(Validations.FILE), trace.result());
        }
        HtmlReport.write(html, report);
        return report.isPass() ? 0 : 1;
    }

    /** Deletes the results of an earlier demo, so that nobody takes them for those of this one. */
    private void clear() throws IOException {
        for (String name : List.of(Validations.FILE, HTML, Demo.BROKEN)) {
            Files.deleteIfExists(out.resolve(name));
        }
        Files.deleteIfExists(out.resolve(MODELS).resolve(ModelResults.Kind.MODELS.file()));
        SimulatorRun.clear(out.resolve(SIMULATION));
    }

    /** Checks what the demo can't do without, before it starts. */
    private void check() throws IOException {
        ManifestReader.read(specs);
        try {
            Workspace.check(specs);
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        Tlc.findJar(System.getenv());
        if (!SimulatorRun.isThere(simClasspath, SimulatorRun.MAIN)) {
            throw new InputException("--sim-classpath: there is no " + SimulatorRun.MAIN + " in "
                    + simClasspath + "; run make build, or name where the simulator is");
        }
    }

    /** TLC, the simulator and the validator themselves. */
    private final class RealTools implements Demo.Tools {

        @Override
        public ModelResults models(Consumer<String> progress)
                throws IOException, InterruptedException {
            int atATime = Math.min(MOST_AT_A_TIME, Runtime.getRuntime().availableProcessors());
            try (PrintWriter console =
                    new PrintWriter(new ProgressLines(line -> progress.accept("      " + line)))) {
                return new ModelRunner(new ModelRunner.Settings(
                                specs, out.resolve(MODELS), atATime, 1, List.of(), console))
                        .models(Tier.EVERYDAY);
            }
        }

        @Override
        public SimulatorRun simulate() throws IOException, InterruptedException {
            return SimulatorRun.start(
                    simClasspath, SimulatorRun.MAIN, seed, out.resolve(SIMULATION));
        }

        @Override
        public ValidationResult validate(Path trace) {
            return new TraceValidator(specs, System.getenv()).validate(trace);
        }
    }
}
