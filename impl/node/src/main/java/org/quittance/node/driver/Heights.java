package org.quittance.node.driver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A height that grows, for which threads can wait. */
final class Heights {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long height;

    /** It is this one now, if it was less before. */
    void reach(long now) {
        lock.lock();
        try {
            if (now > height) {
                height = now;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it is at least this one, but no longer than so many milliseconds.
     *
     * @return whether it is
     */
    boolean await(long least, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (height < least && left > 0) {
                left = grown.awaitNanos(left);
            }
            return height >= least;
        } finally {
            lock.unlock();
        }
    }
}
