package org.quittance.node.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quittance.core.base.Digest;
import org.quittance.node.cluster.Trading;

/** Trades all the time, until it is told to stop; but not while somebody else holds its lock. */
final class Load implements AutoCloseable {

    private final Trading trading;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<List<Digest>> submitted;
    private volatile boolean running = true;

    Load(Trading trading, int pauseMillis) {
        this.trading = trading;
        this.submitted = thread.submit(() -> {
            List<Digest> ids = new ArrayList<>();
            while (running) {
                synchronized (this) {
                    ids.addAll(trading.trade());
                }
                Thread.sleep(pauseMillis);
            }
            return ids;
        });
    }

    /** Stops, and waits until all that was submitted has a receipt that proves it was accepted. */
    List<Trading.Proved> end() throws Exception {
        running = false;
        return trading.accepted(submitted.get());
    }

    @Override
    public void close() {
        running = false;
        thread.shutdown();
    }
}
