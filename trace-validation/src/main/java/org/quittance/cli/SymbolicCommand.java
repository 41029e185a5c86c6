package org.quittance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.SymbolicRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the symbolic models. */
@Command(
        name = "symbolic",
        mixinStandardHelpOptions = true,
        description = {
            "Checks types, bounded runs and inductive invariants with Apalache.",
            "Apalache is bin/apalache-mc in the folder that APALACHE_HOME names, else apalache-mc"
                    + " on the PATH, else its official release, which is fetched once, compared"
                    + " with its SHA-256, and kept in ~/.cache/quittance.",
            "Where it can't be had, nothing is checked, the results say so, and the exit code is 3."
        })
final class SymbolicCommand implements Callable<Integer> {

    @Mixin private CheckOptions options = new CheckOptions();

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            defaultValue = "everyday",
            description = "everyday (the default), or nightly, which has the everyday checks too.")
    private Tier tier = Tier.EVERYDAY;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return CheckOptions.exitCode(new SymbolicRunner(options.settings(1)).run(tier));
    }
}
