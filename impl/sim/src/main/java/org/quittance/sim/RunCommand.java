package org.quittance.sim;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.run.Cluster;
import org.quittance.sim.run.Coverage;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.Outcome;
import org.quittance.sim.run.SettlementRun;
import org.quittance.sim.run.Statistics;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.Scenarios;
import org.quittance.sim.scenario.SettlementScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one seed in full view, or many seeds with a summary. */
@Command(
        name = "run",
        description = "Runs one seed, or many, and checks every step.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final String RANDOM = "random";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seed", paramLabel = "S", description = "Run this seed only.")
    private @Nullable Long seed;

    @Option(names = "--runs", paramLabel = "N", description = "Run so many seeds.")
    private @Nullable Integer runs;

    @Option(names = "--first-seed", paramLabel = "S", defaultValue = "1",
            description = "The first of these seeds; ${DEFAULT-VALUE} if not given.")
    private long firstSeed = 1;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = RANDOM,
            description = "random, made from the seed; settling, the same with settlement;"
                    + " settlement, which is settlement alone; or demo, or one of the corpus;"
                    + " ${DEFAULT-VALUE} if not given.")
    private String name = RANDOM;

    @Option(names = "--trace-dir", paramLabel = "DIR",
            description = "Write the trace of a single run, or of the first that fails, here.")
    private @Nullable Path traceDir;

    @Option(names = "--blocks", paramLabel = "N",
            description = "Go on until every correct node has committed so many more blocks of"
                    + " correct leaders after the faults, for a long run; a scenario says how"
                    + " many if this doesn't.")
    private @Nullable Integer blocks;

    @Option(names = "--ed25519", description = "Sign with Ed25519 instead of keyed hashes.")
    private boolean ed25519;

    @Option(names = "--commit", paramLabel = "HASH", defaultValue = "unknown",
            description = "What the trace names as the version of the software.")
    private String commit = "unknown";

    @Override
    public Integer call() {
        if ((seed == null) == (runs == null)) {
            throw new BadInputException("say either which seed to run, with --seed S, or how many,"
                    + " with --runs N");
        }
        if (spec == null) {
            throw new IllegalStateException("called by nobody's command line");
        }
        if (blocks != null && blocks < 1) {
            throw new BadInputException("--blocks must be at least 1, but is " + blocks);
        }
        PrintWriter out = spec.commandLine().getOut();
        TraceFiles files = traceDir == null ? null : TraceFiles.in(traceDir, "--trace-dir");
        if (seed != null) {
            return one(seed, out, files);
        }
        if (blocks != null) {
            throw new BadInputException("--blocks is for one run, with --seed S");
        }
        int count = runs == null ? 0 : runs;
        if (count < 1) {
            throw new BadInputException("--runs must be at least 1, but is " + count);
        }
        return many(count, out, files);
    }

    private int one(long chosen, PrintWriter out, @Nullable TraceFiles files) {
        Optional<SettlementScenario> alone = SettlementScenario.named(name, chosen);
        if (alone.isPresent()) {
            return settled(alone.get(), out, files);
        }
        Scenario scenario = scenario(chosen);
        out.println(scenario.describe());
        long begun = System.nanoTime();
        Outcome outcome = files == null
                ? Cluster.run(scenario, options())
                : files.record(scenario, options(), fileName(scenario));
        out.println(Summary.text(outcome.statistics(), seconds(begun)));
        if (files != null) {
            out.println("  trace: " + files.path(fileName(scenario)));
        }
        return outcome.violation() == null ? 0 : failed(outcome, out);
    }

    private int settled(
            SettlementScenario scenario, PrintWriter out, @Nullable TraceFiles files) {
        if (blocks != null) {
            throw new BadInputException("--blocks is not for settlement alone");
        }
        long begun = System.nanoTime();
        SettlementRun.Result result = files == null
                ? SettlementRun.run(scenario, options())
                : files.record(scenario, options(), fileName(scenario));
        out.println(SettlementSummary.text(1, result.blocks(), result.commands(),
                result.events(), result.coverage(), seconds(begun)));
        if (files != null) {
            out.println("  trace: " + files.path(fileName(scenario)));
        }
        return result.violation() == null ? 0 : failed(result, out);
    }

    private int many(int count, PrintWriter out, @Nullable TraceFiles files) {
        if (SettlementScenario.named(name, firstSeed).isPresent()) {
            return manySettled(count, out, files);
        }
        int status = manyClusters(this::scenario, count, out, files);
        if (status == 0 && name.equals(RANDOM)) {
            status = manyClusters(Scenarios::settling, count, out, files);
        }
        return status == 0 && name.equals(RANDOM) ? manySettled(count, out, files) : status;
    }

    private int manyClusters(
            LongFunction<Scenario> scenarios,
            int count,
            PrintWriter out,
            @Nullable TraceFiles files) {
        long begun = System.nanoTime();
        Statistics all = new Statistics();
        Outcome failure = new Batch<Outcome>(
                seed -> Cluster.run(scenarios.apply(seed), options()), outcome -> {
            all.merge(outcome.statistics());
            return outcome.violation() == null;
        }, out).run(firstSeed, count);
        out.println(Summary.text(all, seconds(begun)));
        if (failure == null) {
            return 0;
        }
        out.println(failure.scenario().describe());
        if (files != null) {
            String file = fileName(failure.scenario());
            files.record(failure.scenario(), options(), file);
            out.println("  trace: " + files.path(file));
        }
        return failed(failure, out);
    }

    private int manySettled(int count, PrintWriter out, @Nullable TraceFiles files) {
        long begun = System.nanoTime();
        Coverage all = new Coverage();
        long[] sums = new long[3];
        SettlementRun.Result failure = new Batch<SettlementRun.Result>(
                seed -> SettlementRun.run(SettlementScenario.named(name, seed)
                        .orElseGet(() -> SettlementScenario.random(seed)), options()), result -> {
            all.merge(result.coverage());
            sums[0] += result.blocks();
            sums[1] += result.commands();
            sums[2] += result.events();
            return result.violation() == null;
        }, out).run(firstSeed, count);
        out.println(SettlementSummary.text(
                count, sums[0], sums[1], sums[2], all, seconds(begun)));
        if (failure == null) {
            return 0;
        }
        if (files != null) {
            String file = fileName(failure.scenario());
            files.record(failure.scenario(), options(), file);
            out.println("  trace: " + files.path(file));
        }
        return failed(failure, out);
    }

    private int failed(SettlementRun.Result result, PrintWriter out) {
        out.println(SettlementSummary.failure(result));
        out.flush();
        return Main.VIOLATION;
    }

    private int failed(Outcome outcome, PrintWriter out) {
        out.println(Summary.failure(outcome, replay(outcome.scenario())));
        out.flush();
        return Main.VIOLATION;
    }

    private String replay(Scenario scenario) {
        long failed = scenario.seed();
        if (!ed25519 && blocks == null) {
            return "make sim SEED=" + failed
                    + (scenario.name().equals(RANDOM) ? "" : " SCENARIO=" + scenario.name());
        }
        return "java -cp 'impl/sim/target/classes:impl/sim/target/lib/*' org.quittance.sim.Main"
                + " run --seed " + failed + " --scenario " + scenario.name()
                + (blocks == null ? "" : " --blocks " + blocks)
                + (ed25519 ? " --ed25519" : "");
    }

    private Scenario scenario(long chosen) {
        Scenario scenario = Scenarios.named(name, chosen).orElseThrow(() -> new BadInputException(
                "--scenario must be one of " + String.join(", ", Scenarios.names()) + ", "
                        + String.join(", ", SettlementScenario.names()) + ", but is "
                        + name));
        return blocks == null ? scenario : scenario.until(blocks);
    }

    private Options options() {
        return Options.PLAIN.signedWithEd25519(ed25519).ofCommit(commit);
    }

    private static String fileName(Scenario scenario) {
        return scenario.name() + "-" + scenario.seed();
    }

    private static String fileName(SettlementScenario scenario) {
        return scenario.name() + "-" + scenario.seed();
    }

    private static double seconds(long begunNanos) {
        return Math.max(1, System.nanoTime() - begunNanos) / 1e9;
    }
}
