package org.quittance.sim;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Runs many seeds, several at a time, and takes the results in the order of the seeds, so that what
 * is reported does not depend on which thread was faster.
 *
 * @param <R> what comes of a run
 */
final class Batch<R extends Object> {

    private static final long PROGRESS_NANOS = 2_000_000_000L;

    private final LongFunction<R> run;
    private final Predicate<R> taken;
    private final PrintWriter out;

    /**
     * A batch.
     *
     * @param run runs one seed
     * @param taken takes the results one by one, and says whether nothing went wrong
     */
    Batch(LongFunction<R> run, Predicate<R> taken, PrintWriter out) {
        this.run = run;
        this.taken = taken;
        this.out = out;
    }

    /** Runs the seeds and returns the first result with which something went wrong, if any. */
    @Nullable R run(long firstSeed, int count) {
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Queue<Future<R>> ahead = new ArrayDeque<>();
        try {
            int submitted = 0;
            long told = System.nanoTime();
            for (int done = 0; done < count; done++) {
                for (; submitted < count && ahead.size() < 4 * threads; submitted++) {
                    long seed = firstSeed + submitted;
                    ahead.add(executor.submit(() -> run.apply(seed)));
                }
                R result = ahead.remove().get();
                if (!taken.test(result)) {
                    return result;
                }
                if (System.nanoTime() - told > PROGRESS_NANOS) {
                    told = System.nanoTime();
                    out.println("  " + (done + 1) + " of " + count + " runs");
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
