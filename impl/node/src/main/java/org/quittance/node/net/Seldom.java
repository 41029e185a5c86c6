package org.quittance.node.net;

import java.util.concurrent.atomic.AtomicLong;

/** Says yes at most ten times in ten seconds. Any thread. */
final class Seldom {

    private static final long NANOS = 10_000_000_000L;
    private static final int MOST = 10;

    private final AtomicLong began = new AtomicLong(System.nanoTime());
    private final AtomicLong said = new AtomicLong();

    boolean test() {
        long now = System.nanoTime();
        long last = began.get();
        if (now - last > NANOS && began.compareAndSet(last, now)) {
            said.set(0);
        }
        return said.incrementAndGet() <= MOST;
    }
}
