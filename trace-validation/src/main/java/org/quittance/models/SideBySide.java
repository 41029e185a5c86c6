package org.quittance.models;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Runs checks a few at a time, the longest first, and hands the results on in their own order. */
final class SideBySide {

    /** One check. */
    interface Work<T, R> {
        R run(T task) throws InterruptedException;
    }

    private SideBySide() {}

    /**
     * Runs all tasks.
     *
     * @param parallel how many at a time
     * @param seconds the time that a task will take, about
     * @param done gets each result as soon as it and all before it are there
     * @return the results in the order of the tasks
     * @throws InterruptedException if the thread is interrupted; what runs is stopped then
     */
    static <T, R> List<R> run(
            List<T> tasks,
            int parallel,
            ToDoubleFunction<T> seconds,
            Work<T, R> work,
            BiConsumer<T, R> done)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<CompletableFuture<R>> futures = new ArrayList<>();
            List<Integer> longestFirst = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                futures.add(new CompletableFuture<>());
                longestFirst.add(i);
            }
            double[] times = tasks.stream().mapToDouble(seconds).toArray();
            longestFirst.sort((a, b) -> Double.compare(times[b], times[a]));
            for (int i : longestFirst) {
                threads.execute(() -> complete(futures.get(i), tasks.get(i), work));
            }
            List<R> results = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                R result = futures.get(i).get();
                done.accept(tasks.get(i), result);
                results.add(result);
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check broke off", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T, R> void complete(CompletableFuture<R> future, T task, Work<T, R> work) {
        try {
            future.complete(work.run(task));
        } catch (InterruptedException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
