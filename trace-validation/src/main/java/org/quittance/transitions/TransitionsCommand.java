package org.quittance.transitions;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the corpus of transitions anew. */
@Command(
        name = "transitions",
        mixinStandardHelpOptions = true,
        description = {
            "Walks through the state graphs of small models of the specs, and writes down every"
                    + " transition, for the tests of the Java core.",
            "The files depend on nothing but the specs: made twice, they are the same."
        })
public final class TransitionsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--specs",
            paramLabel = "DIR",
            defaultValue = "specs",
            description = "Folder of the specs (default: specs).")
    private Path specs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the corpus, a file for each model.")
    private Path out;

    @Option(names = "--model", paramLabel = "NAME", description = "Only this model.")
    private @Nullable String only;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    public TransitionsCommand() {}

    @Override
    public Integer call() throws IOException {
        List<TransitionModel> models = TransitionModel.all().stream()
                .filter(model -> only == null || model.name().equals(only))
                .toList();
        if (models.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no model " + only);
        }
        Files.createDirectories(out);
        PrintWriter console = spec.commandLine().getOut();
        long transitions = 0;
        for (TransitionModel model : models) {
            long start = System.nanoTime();
            Generator.Made made = Generator.make(model, specs);
            Files.write(out.resolve(model.name() + ".txt.gz"), made.bytes());
            transitions += made.corpus().transitions();
            console.printf("%-12s %7d transitions %8d bytes %4d s  %s%n", model.name(),
                    made.corpus().transitions(), made.bytes().length,
                    (System.nanoTime() - start) / 1_000_000_000, made.corpus().counts());
            console.flush();
        }
        console.printf("%d models, %d transitions%n", models.size(), transitions);
        return 0;
    }
}
