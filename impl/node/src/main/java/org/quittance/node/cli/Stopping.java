package org.quittance.node.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.quittance.node.ExitCode;

/**
 * For commands that run until they are told to stop (SIGTERM, SIGINT): the signal waits until the
 * command has come to its end, and the process ends with the command's own code. The JVM by itself
 * would end with 143 or 130, which says nothing about whether all went well.
 */
final class Stopping implements AutoCloseable {

    private final Semaphore asked;
    private final AtomicBoolean told;
    private final CountDownLatch ended;
    private final AtomicInteger code;
    private final Thread hook;

    private Stopping(
            Semaphore asked, AtomicBoolean told, CountDownLatch ended, AtomicInteger code) {
        this.asked = asked;
        this.told = told;
        this.ended = ended;
        this.code = code;
        this.hook = new Thread(() -> stop(asked, told, ended, code), "shutdown");
    }

    /** Listens to signals from now on. */
    static Stopping onSignal() {
        Stopping stopping = new Stopping(
                new Semaphore(0), new AtomicBoolean(), new CountDownLatch(1),
                new AtomicInteger(ExitCode.INTERNAL.number()));
        Runtime.getRuntime().addShutdownHook(stopping.hook);
        return stopping;
    }

    private static void stop(
            Semaphore asked, AtomicBoolean told, CountDownLatch ended, AtomicInteger code) {
        told.set(true);
        asked.release();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // No other way leads from a signal to a code of one's own.
        Runtime.getRuntime().halt(code.get());
    }

    /** Asks the command to stop, as a signal does. */
    void ask() {
        asked.release();
    }

    /** Was there a signal? */
    boolean isTold() {
        return told.get();
    }

    /** Waits until somebody asks: once for each time. */
    void await() throws InterruptedException {
        asked.acquire();
    }

    /** Waits a while; was it asked for? */
    boolean await(long millis) throws InterruptedException {
        return asked.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    /** What the process will end with. */
    int ends(ExitCode with) {
        code.set(with.number());
        return with.number();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come: the hook waits.
        }
        ended.countDown();
    }
}
