package org.quittance.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.replay.Stepper.State;
import org.quittance.trace.replay.Stepper.Taken;

/** A few evaluators of one spec, each of which has one segment at a time. */
final class SegmentWorkers implements Closeable {

    /** TLC's evaluator recurses. */
    private static final long STACK = 64L << 20;

    private final BlockingQueue<ReplaySession> idle;
    private final List<ReplaySession> all = new ArrayList<>();
    private final String version;

    SegmentWorkers(Header header, List<Path> folders, int window, int count)
            throws IOException, StepException {
        idle = new ArrayBlockingQueue<>(count);
        for (int k = 0; k < count; k++) {
            all.add(ReplaySession.of(header, folders, window));
        }
        idle.addAll(all);
        version = all.getFirst().version();
    }

    /** The version of TLC. */
    String version() {
        return version;
    }

    /** Checks a segment, once an evaluator is free. */
    Segment.Result check(Segment segment) throws InterruptedException {
        ReplaySession session = idle.take();
        try {
            FutureTask<Segment.Result> task = new FutureTask<>(() -> check(session, segment));
            Thread thread = new Thread(null, task, "segment", STACK);
            thread.setDaemon(true);
            thread.start();
            return task.get();
        } catch (ExecutionException e) {
            return new Segment.Result(null, null, String.valueOf(e.getCause()));
        } finally {
            idle.add(session);
        }
    }

    private static Segment.Result check(ReplaySession session, Segment segment) {
        try {
            Event start = segment.start();
            State state = start == null ? session.initial() : session.resume(start);
            for (Event event : segment.events()) {
                switch (session.take(state, event)) {
                    case Taken.Next next -> state = next.state();
                    case Taken.Refused refused -> {
                        return new Segment.Result(event, refused.why(), null);
                    }
                }
            }
            return Segment.Result.ACCEPTED;
        } catch (StepException e) {
            return new Segment.Result(null, null, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        for (ReplaySession session : all) {
            session.close();
        }
    }
}
