package org.quittance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.ModelRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the specs that are broken on purpose. */
@Command(
        name = "mutants",
        mixinStandardHelpOptions = true,
        description = {
            "Checks with TLC the specs that are broken on purpose.",
            "Each must violate exactly the property that is registered for it: a mutant that"
                    + " survives, or dies of anything else, fails."
        })
final class MutantsCommand implements Callable<Integer> {

    @Mixin private CheckOptions options = new CheckOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "Check only this mutant.")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelRunner runner = new ModelRunner(options.settings(1));
        String only = name;
        return CheckOptions.exitCode(only == null ? runner.mutants() : runner.mutant(only));
    }
}
