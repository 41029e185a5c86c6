package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.replay.Explanation;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.replay.Stepper.State;
import org.quittance.trace.replay.Stepper.Taken;

/** One checker of several side by side: it takes the events that concern it, in a thread. */
final class Part {

    private static final int BATCH = 256;
    private static final int BATCHES = 8;

    /** TLC's evaluator recurses. */
    private static final long STACK = 64L << 20;

    private final Header header;
    private final List<Path> folders;
    private final int window;
    private final Predicate<Event> concerns;
    private final BlockingQueue<List<Event>> queue = new ArrayBlockingQueue<>(BATCHES);
    private @MonotonicNonNull Thread thread;
    private List<Event> batch = new ArrayList<>(BATCH);
    private volatile boolean ended;
    private volatile boolean finished;
    private volatile @Nullable Refusal refusal;
    private volatile @Nullable StepException failure;
    private volatile String version = "";

    /** An event that this part rejects. */
    record Refusal(Event event, Explanation why) {}

    Part(Header header, List<Path> folders, int window, Predicate<Event> concerns) {
        this.header = header;
        this.folders = folders;
        this.window = window;
        this.concerns = concerns;
    }

    void start() {
        thread = new Thread(null, this::run, "part", STACK);
        thread.setDaemon(true);
        thread.start();
    }

    /** Has it nothing more to say? */
    boolean hasEnded() {
        return ended;
    }

    void offer(Event event) throws InterruptedException {
        if (concerns.test(event)) {
            batch.add(event);
            if (batch.size() == BATCH) {
                flush();
            }
        }
    }

    private void flush() throws InterruptedException {
        List<Event> full = batch;
        batch = new ArrayList<>(BATCH);
        boolean taken = false;
        while (!taken && !ended) {
            taken = queue.offer(full, 100, TimeUnit.MILLISECONDS);
        }
    }

    /** No more events will come; waits for what it makes of them. */
    void finish() throws InterruptedException {
        flush();
        finished = true;
        if (thread != null) {
            thread.join();
        }
    }

    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** What it rejects; null if nothing. */
    @Nullable Refusal refusal() throws StepException {
        StepException failed = failure;
        if (failed != null) {
            throw failed;
        }
        return refusal;
    }

    /** The version of TLC. */
    String version() {
        return version;
    }

    private void run() {
        try (ReplaySession session = ReplaySession.of(header, folders, window)) {
            version = session.version();
            State state = session.initial();
            while (refusal == null) {
                List<Event> next = queue.poll(20, TimeUnit.MILLISECONDS);
                if (next == null && finished && queue.isEmpty()) {
                    return;
                }
                state = next == null ? state : take(session, state, next);
            }
        } catch (StepException e) {
            failure = e;
        } catch (IOException e) {
            failure = new StepException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    private State take(ReplaySession session, State before, List<Event> events)
            throws StepException {
        State state = before;
        for (Event event : events) {
            switch (session.take(state, event)) {
                case Taken.Next next -> state = next.state();
                case Taken.Refused refused -> {
                    refusal = new Refusal(event, refused.why());
                    return state;
                }
            }
        }
        return state;
    }
}
