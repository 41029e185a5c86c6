package org.quittance.sim;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.run.Count;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.Outcome;
import org.quittance.sim.run.SettlementRun;
import org.quittance.sim.run.Statistics;
import org.quittance.sim.scenario.Corpus;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.SettlementScenario;
import org.quittance.sim.scenario.SettlingCorpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the traces of a fixed set of short runs that together take every action. */
@Command(
        name = "corpus",
        description = "Writes a fixed set of short traces that together take every action.",
        mixinStandardHelpOptions = true)
final class CorpusCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "The folder to write them to.")
    private @Nullable Path out;

    @Option(names = "--commit", paramLabel = "HASH", defaultValue = "unknown",
            description = "What the traces name as the version of the software.")
    private String commit = "unknown";

    @Override
    public Integer call() {
        Path folder = out;
        if (spec == null || folder == null) {
            throw new IllegalStateException("called by nobody's command line");
        }
        PrintWriter console = spec.commandLine().getOut();
        TraceFiles files = TraceFiles.in(folder, "--out");
        Statistics all = new Statistics();
        long begun = System.nanoTime();
        List<Scenario> clusters = new ArrayList<>(Corpus.scenarios());
        clusters.addAll(SettlingCorpus.scenarios());
        for (Scenario scenario : clusters) {
            Outcome outcome =
                    files.record(scenario, Options.PLAIN.ofCommit(commit), scenario.name());
            all.merge(outcome.statistics());
            console.println(files.path(scenario.name()) + ": "
                    + outcome.statistics().get(Count.EVENTS) + " events, "
                    + outcome.statistics().get(Count.BLOCKS) + " blocks");
            if (outcome.violation() != null) {
                console.println(scenario.describe());
                console.println(Summary.failure(outcome, "the same command again"));
                return Main.VIOLATION;
            }
        }
        for (SettlementScenario scenario : SettlementScenario.corpus()) {
            SettlementRun.Result result =
                    files.record(scenario, Options.PLAIN.ofCommit(commit), scenario.name());
            console.println(files.path(scenario.name()) + ": " + result.events() + " events, "
                    + result.blocks() + " blocks");
            if (result.violation() != null) {
                console.println(SettlementSummary.failure(result));
                return Main.VIOLATION;
            }
        }
        console.println(Summary.text(all, (System.nanoTime() - begun) / 1e9));
        console.flush();
        return 0;
    }
}
