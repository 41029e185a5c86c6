package org.quittance.proofs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at a time, each on a thread of its own. */
public final class SideBySide {

    /** Formulas nest, and solvers recurse: bytes of stack for each thread. */
    private static final long STACK = 256L << 20;

    private SideBySide() {}

    /** The results, in order; what one of them throws is thrown. */
    public static <T extends Object> List<T> all(List<Callable<T>> work) {
        ExecutorService pool = Executors.newFixedThreadPool(
                work.size(), task -> new Thread(null, task, "solver", STACK));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
