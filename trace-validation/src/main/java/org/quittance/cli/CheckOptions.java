package org.quittance.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelRunner.Settings;
import org.quittance.models.Outputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of all commands that check models. */
final class CheckOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--specs",
            paramLabel = "DIR",
            defaultValue = "${sys:quittance.specs:-specs}",
            description = "Folder of the specs, with models.json in it (default: ${DEFAULT-VALUE}).")
    private Path specs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/models",
            description = "Folder for results and the tools' output (default: target/models).")
    private Path out;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "How many checks at a time (default: one for each core, at most 2).")
    private int parallel = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "Option for the JVM of each check, such as -Xmx4g. May be repeated.")
    private List<String> javaOptions = List.of();

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    CheckOptions() {}

    Path specs() {
        return specs;
    }

    /** The settings, with this many threads for each check. */
    Settings settings(int workers) {
        if (parallel < 1 || workers < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--parallel and --workers must be at least 1");
        }
        Outputs.folder(out, "--out");
        return new Settings(specs, out, parallel, workers, javaOptions, console());
    }

    private PrintWriter console() {
        return spec.commandLine().getOut();
    }

    /** The exit code for results. */
    static int exitCode(ModelResults results) {
        if (!results.ok()) {
            return 1;
        }
        return results.notRun().isEmpty() ? 0 : 3;
    }
}
