package org.quittance.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ManifestReader;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelRunner;
import org.quittance.models.Outputs;
import org.quittance.models.Tlc;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.specs.QuittanceSpecs;
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
            "Checks everyday models, runs a simulated cluster with a Byzantine replica, faults and"
                    + " an options market, validates its traces of ordering, settlement and"
                    + " attestation and a broken copy of each, and says what is known now.",
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
    private static final String MARKET = "market";

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
            defaultValue = "1140",
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
        DemoModels models = DemoModels.of(ManifestReader.read(specs), DemoModels.BUDGET);
        Report report = new Demo(new RealTools(models), out, progress).run();
        Path html = out.resolve(HTML);
        console.println();
        VerdictPage.lines(report, html.toString()).forEach(console::println);
        console.flush();
        TraceCheck trace = report.trace();
        write(trace, Validations.FILE);
        Settling settling = report.settling();
        if (settling != null) {
            write(settling.settlement(), Validations.SETTLEMENT_FILE);
            write(settling.system(), Validations.SYSTEM_FILE);
        }
        HtmlReport.write(html, report);
        return report.isPass() ? 0 : 1;
    }

    private void write(@Nullable TraceCheck check, String file) throws IOException {
        if (check != null) {
            Validations.write(out.resolve(file), check.result());
        }
    }

    /** Deletes the results of an earlier demo, so that nobody takes them for those of this one. */
    private void clear() throws IOException {
        for (String name : List.of(Validations.FILE, Validations.SETTLEMENT_FILE,
                Validations.SYSTEM_FILE, HTML, Demo.BROKEN, Demo.BROKEN_SETTLEMENT,
                Demo.BROKEN_SYSTEM)) {
            Files.deleteIfExists(out.resolve(name));
        }
        Files.deleteIfExists(out.resolve(MODELS).resolve(ModelResults.Kind.MODELS.file()));
        SimulatorRun.clear(out.resolve(SIMULATION));
        SimulatorRun.clear(out.resolve(MARKET));
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

        private final DemoModels models;

        RealTools(DemoModels models) {
            this.models = models;
        }

        @Override
        public String leftOut() {
            return models.areAll() ? "" : "this runs " + models.words() + "; make specs runs all";
        }

        @Override
        public ModelResults models(Consumer<String> progress)
                throws IOException, InterruptedException {
            int atATime = Math.min(MOST_AT_A_TIME, Runtime.getRuntime().availableProcessors());
            try (PrintWriter console =
                    new PrintWriter(new ProgressLines(line -> progress.accept("      " + line)))) {
                ModelRunner runner = new ModelRunner(new ModelRunner.Settings(
                        specs, out.resolve(MODELS), atATime, 1, List.of(), console));
                return models.areAll() ? runner.models(Tier.EVERYDAY)
                        : runner.models(models.names(), models.words());
            }
        }

        @Override
        public SimulatorRun simulate() throws IOException, InterruptedException {
            return SimulatorRun.start(
                    simClasspath, SimulatorRun.MAIN, seed, out.resolve(SIMULATION));
        }

        @Override
        public SimulatorRun market() throws IOException, InterruptedException {
            return SimulatorRun.start(simClasspath, SimulatorRun.MAIN, seed, SimulatorRun.MARKET,
                    out.resolve(MARKET));
        }

        @Override
        public ValidationResult validate(Path trace) {
            try {
                return new TraceValidator(QuittanceSpecs.in(specs), System.getenv(), true)
                        .validate(trace);
            } catch (IOException e) {
                throw new InputException(String.valueOf(e.getMessage()));
            }
        }
    }
}
