package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.Verdict;
import org.quittance.trace.format.Lines;

/**
 * The merged trace of a run that goes on. Its memory doesn't grow with the run.
 *
 * <p>An event that waits for another is handed on without it once the other must have been there,
 * if it ever was: its node has gone on writing for longer than the file of one node may be seen
 * later than that of another. The spec then says what is wrong. If that node is silent instead, the
 * trace ends, and {@link #problem} says why: nothing is known of what comes after.
 */
public final class LiveTrace implements Lines {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<Path> directories;
    private final Rules rules;
    private final Merger merger;
    private final long lagNanos;
    private volatile long patienceNanos;
    private final LongSupplier clock;
    private final LiveStatus status;
    private boolean begun;
    private long movedAt;
    private volatile boolean stopped;
    private volatile @Nullable String problem;
    private volatile Verdict verdict = Verdict.NOT_RUN;

    /** Which traces of a run. */
    public enum Kind {
        ORDERING, SYSTEM,
        /** Of one node. */
        SETTLEMENT
    }

    /**
     * The traces of a run.
     *
     * @param name for people
     * @param directories one for each node, in any order
     * @param window what the validator remembers of the run
     * @param lag how much later the file of one node may be seen than that of another
     * @param patience how long a node may be silent that another waits for
     * @param clock nanoseconds since some moment
     */
    public LiveTrace(
            Kind kind,
            String name,
            List<Path> directories,
            int window,
            Duration lag,
            Duration patience,
            LongSupplier clock) {
        this.directories = List.copyOf(directories);
        // A validator may remember twice its window.
        this.rules = switch (kind) {
            case ORDERING -> new OrderingRules(ValidBlocks.growing(), 4L * window + 16);
            case SYSTEM -> new SystemRules(2L * window + 16);
            case SETTLEMENT -> new SettlementRules();
        };
        this.merger = new Merger(rules);
        this.lagNanos = lag.toNanos();
        this.patienceNanos = patience.toNanos();
        this.clock = clock;
        this.movedAt = clock.getAsLong();
        this.status = new LiveStatus(name);
    }

    /** How it is going; may be asked by any thread. */
    public LiveStatus status() {
        return status;
    }

    /** Why it ended before the run did; null if it didn't. */
    public @Nullable String problem() {
        return problem;
    }

    /** What {@link #problem} means: as a rule that it was not validated further. */
    public Verdict verdict() {
        return verdict;
    }

    /** Where the event that was handed out last stands in the files of its node, for people. */
    public String place() {
        return merger.place();
    }

    /** For how long that event has been there, in nanoseconds. */
    public long age() {
        return clock.getAsLong() - merger.since();
    }

    /** From now on nobody is waited for longer than files may lag. May be called by any thread. */
    public void hurry() {
        patienceNanos = lagNanos;
    }

    /** Ends the trace where it is. May be called by any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public @Nullable String next() throws IOException {
        try {
            if (!begun) {
                begun = true;
                return begin();
            }
            status.handedOut(merger.events());
            ObjectNode event = event();
            if (event == null && merger.events() == 0 && problem == null) {
                problem = "it was ended before its first event";
            }
            return (event == null ? merger.end() : event).toString();
        } catch (MergeException e) {
            problem = e.getMessage();
            verdict = e.verdict();
            return begun && merger.events() > 0 ? merger.end().toString() : null;
        }
    }

    /** Waits until the first lives of all nodes have begun. */
    private @Nullable String begin() throws MergeException {
        List<Path> missing = new ArrayList<>(directories);
        while (!missing.isEmpty()) {
            long now = clock.getAsLong();
            List<Path> still = new ArrayList<>();
            for (Path directory : missing) {
                ProcessStream stream = new ProcessStream(directory, rules, now);
                if (stream.open(now)) {
                    merger.add(stream);
                } else {
                    still.add(directory);
                }
            }
            missing = still;
            if (!missing.isEmpty() && (stopped || now - movedAt > patienceNanos)) {
                problem = "there is no trace in " + missing.get(0) + "; a node writes it if its"
                        + " setting trace names this folder";
                return null;
            }
            pause(missing.isEmpty() ? 0 : PAUSE_NANOS);
        }
        movedAt = clock.getAsLong();
        return merger.header().toString();
    }

    private @Nullable ObjectNode event() throws MergeException {
        while (!stopped) {
            long now = clock.getAsLong();
            merger.poll(now);
            ObjectNode event = merger.next(now - lagNanos);
            if (event == null) {
                event = released(now);
            }
            status.look(merger, now);
            if (event != null) {
                movedAt = now;
                return event;
            }
            if (isOver(now)) {
                return null;
            }
            pause(PAUSE_NANOS);
        }
        return null;
    }

    /** An event that has waited in vain for as long as it must. */
    private @Nullable ObjectNode released(long now) throws MergeException {
        List<Stuck> stuck = merger.stuck();
        for (Stuck each : stuck) {
            ProcessStream awaited = each.awaited();
            long waited = now - each.item().since();
            boolean isSettled = each.isUnclear() && waited > lagNanos;
            boolean wentOn = awaited != null && each.isDry()
                    && (awaited.isEnded() ? waited > lagNanos
                            : awaited.grewAt() - each.item().since() > lagNanos);
            if (isSettled || wentOn) {
                return merger.release(each);
            }
        }
        Stuck first = now - movedAt > lagNanos ? Stuck.inVain(stuck) : null;
        return first == null ? null : merger.release(first);
    }

    /** Has the run ended, or has too long nothing come? */
    private boolean isOver(long now) {
        boolean allEnded = merger.streams().stream().allMatch(ProcessStream::isEnded);
        if (allEnded) {
            // A node may begin again.
            return now - movedAt > lagNanos;
        }
        List<Stuck> stuck = merger.stuck();
        if (now - movedAt <= patienceNanos && stuck.stream().noneMatch(it -> isOld(it, now))) {
            return false;
        }
        problem = "not validated further: " + (stuck.isEmpty() ? "" : stuck.get(0).text() + ", ")
                + silent(now);
        return true;
    }

    /** Does it wait for a node that has been silent for too long? The others may go on. */
    private boolean isOld(Stuck stuck, long now) {
        ProcessStream awaited = stuck.awaited();
        return awaited != null && stuck.isDry() && !awaited.isEnded()
                && now - stuck.item().since() > patienceNanos
                && now - awaited.grewAt() > patienceNanos;
    }

    private String silent(long now) {
        List<String> silent = new ArrayList<>();
        for (ProcessStream stream : merger.streams()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - stream.grewAt());
            if (stream.peek() == null && !stream.isEnded()) {
                silent.add("node " + stream.node() + " silent for " + seconds + " s");
            }
        }
        return String.join(", ", silent);
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    @Override
    public boolean isOpenEnded() {
        return true;
    }

    @Override
    public void close() {
        merger.close();
    }
}
