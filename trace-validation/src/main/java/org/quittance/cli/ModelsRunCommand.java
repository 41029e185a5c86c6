package org.quittance.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ModelRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks models with TLC. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the models of a tier with TLC.",
            "Fails on any result, or number of distinct states, that is not the registered one; on"
                    + " a model that is not registered; and on an action of a spec, or a part of"
                    + " one, that no model reaches.",
            "TLC is the one on the class path, or the jar that TLA2TOOLS_JAR names."
        })
final class ModelsRunCommand implements Callable<Integer> {

    @Mixin private CheckOptions options = new CheckOptions();

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            defaultValue = "everyday",
            description = "everyday (the default), or nightly, which has the everyday models too.")
    private Tier tier = Tier.EVERYDAY;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Check only this model, of whatever tier, without coverage.")
    private @Nullable String model;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Threads of TLC for each model (default: 1).")
    private int workers = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelRunner runner = new ModelRunner(options.settings(workers));
        String only = model;
        return CheckOptions.exitCode(only == null ? runner.models(tier) : runner.model(only));
    }
}
