package org.quittance.sim;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.run.Cluster;
import org.quittance.sim.run.Count;
import org.quittance.sim.run.Options;
import org.quittance.sim.run.Outcome;
import org.quittance.sim.run.Statistics;
import org.quittance.sim.scenario.Scenario;

/**
 * Runs many seeds, several at a time, and takes the results in the order of the seeds, so that what
 * is reported does not depend on which thread was faster.
 */
final class Batch {

    private static final long PROGRESS_NANOS = 2_000_000_000L;

    private final LongFunction<Scenario> scenarios;
    private final Options options;
    private final PrintWriter out;
    private final Statistics statistics = new Statistics();

    Batch(LongFunction<Scenario> scenarios, Options options, PrintWriter out) {
        this.scenarios = scenarios;
        this.options = options;
        this.out = out;
    }

    /** The sums over all runs up to the first that failed. */
    Statistics statistics() {
        return statistics;
    }

    /** Runs the seeds and returns the first outcome with a violation, or null if there is none. */
    @Nullable Outcome run(long firstSeed, int count) {
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Queue<Future<Outcome>> ahead = new ArrayDeque<>();
        try {
            int submitted = 0;
            long told = System.nanoTime();
            for (int done = 0; done < count; done++) {
                for (; submitted < count && ahead.size() < 4 * threads; submitted++) {
                    Scenario scenario = scenarios.apply(firstSeed + submitted);
                    ahead.add(executor.submit(() -> Cluster.run(scenario, options)));
                }
                Outcome outcome = ahead.remove().get();
                statistics.merge(outcome.statistics());
                if (outcome.violation() != null) {
                    return outcome;
                }
                if (System.nanoTime() - told > PROGRESS_NANOS) {
                    told = System.nanoTime();
                    out.println("  " + (done + 1) + " of " + count + " runs, "
                            + statistics.get(Count.BLOCKS) + " blocks");
                    out.flush();
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulator itself failed", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
