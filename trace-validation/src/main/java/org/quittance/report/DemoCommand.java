package org.quittance.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelRunner;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
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
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int MOST_AT_A_TIME = 2;

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
        Files.createDirectories(out);
        Report report = new Demo(new RealTools(), out, progress).run();
        TraceCheck trace = report.trace();
        if (trace != null) {
            Validations.write(out.resolve(Validations.FILE), trace.result());
        }
        Path html = out.resolve("report.html");
        HtmlReport.write(html, report);
        console.println();
        VerdictPage.lines(report, html.toString()).forEach(console::println);
        console.flush();
        return report.isPass() ? 0 : 1;
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
                                specs, out.resolve("models"), atATime, 1, List.of(), console))
                        .models(Tier.EVERYDAY);
            }
        }

        @Override
        public SimulatorRun simulate() throws IOException, InterruptedException {
            return SimulatorRun.start(simClasspath, SimulatorRun.MAIN, seed, out.resolve("sim"));
        }

        @Override
        public ValidationResult validate(Path trace) {
            return new TraceValidator(specs, System.getenv()).validate(trace);
        }
    }
}
