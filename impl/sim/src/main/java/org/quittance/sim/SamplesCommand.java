package org.quittance.sim;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the sample traces that trace validation must accept. */
@Command(
        name = "samples",
        description = "Writes the sample traces that trace validation must accept.",
        mixinStandardHelpOptions = true)
final class SamplesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "The folder to write them to.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path folder = out;
        if (spec == null || folder == null) {
            throw new IllegalStateException("called by nobody's command line");
        }
        PrintWriter console = spec.commandLine().getOut();
        TraceFiles files = TraceFiles.in(folder, "--out");
        Samples.all().forEach((name, lines) -> {
            Path file = files.path(name);
            try {
                Files.writeString(file, String.join("\n", lines.get()) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("can't write the trace " + file, e);
            }
            console.println(file);
        });
        console.flush();
        return 0;
    }
}
