package org.quittance.trace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.InputException;
import org.quittance.trace.Catalogue;
import org.quittance.trace.Verdict;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Lines;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.replay.Stepper;
import org.quittance.trace.replay.ValueForm;

/** A recorded run, gone through state by state with TLC's evaluator. */
public final class Run {

    /** TLC's evaluator recurses; this is more than it has when it runs by itself. */
    private static final long STACK = 64L << 20;

    private final Catalogue catalogue;
    private final int window;

    /**
     * Runs by these specs.
     *
     * @param window how much of a run is remembered at least, if its spec forgets anything
     */
    public Run(Catalogue catalogue, int window) {
        this.catalogue = catalogue;
        this.window = window;
    }

    /** Gets the states in order. */
    public interface Visitor {

        /** Gets the next one. */
        void visit(Point point) throws IOException;
    }

    /**
     * A state of a run.
     *
     * @param index how many events led to it
     * @param header of the trace
     * @param event the last of them; null before the first
     * @param session to write the state with
     * @param state that was reached
     */
    public record Point(
            int index,
            Header header,
            @Nullable Event event,
            ReplaySession session,
            Stepper.State state) {

        /** What the spec says of the state, by the names of its variables. */
        public SortedMap<String, String> values(ValueForm form) {
            return session.values(state, form);
        }
    }

    /**
     * How it ended.
     *
     * @param verdict what is known of the trace
     * @param events how many were accepted
     * @param rejected the event after them; null if none was rejected
     * @param problem one line for people; "" if all were accepted
     */
    public record End(
            Verdict verdict, int events, @Nullable Event rejected, String problem) {}

    /**
     * Goes through the states, up to the first event that is no step. All of the file is read, so
     * that what is no trace is told as such.
     *
     * @throws IOException if the file or a spec can't be read, or the visitor throws it
     */
    public End visit(Path file, Visitor visitor) throws IOException {
        return deep(() -> go(file, visitor));
    }

    private End go(Path file, Visitor visitor) throws IOException {
        int accepted = 0;
        String name = file.toString();
        try (EventStream events = EventStream.open(name, Lines.of(file), catalogue.specs());
                ReplaySession session =
                        ReplaySession.of(events.header(), catalogue.folders(), window)) {
            Stepper.State state = session.initial();
            visitor.visit(new Point(0, events.header(), null, session, state));
            for (Event event = events.next(); event != null; event = events.next()) {
                switch (session.take(state, event)) {
                    case Stepper.Taken.Next next -> state = next.state();
                    case Stepper.Taken.Refused refused -> {
                        finish(events);
                        return new End(
                                Verdict.REJECTED,
                                accepted,
                                event,
                                name + ":" + event.line() + ": event " + (accepted + 1)
                                        + " is rejected, and with it what comes after: "
                                        + refused.why().conjunct());
                    }
                }
                accepted++;
                visitor.visit(new Point(accepted, events.header(), event, session, state));
            }
            return new End(Verdict.ACCEPTED, accepted, null, "");
        } catch (MalformedTraceException e) {
            return new End(Verdict.MALFORMED, accepted, null, String.valueOf(e.getMessage()));
        } catch (StepException e) {
            return new End(Verdict.TOOL_FAILED, accepted, null, String.valueOf(e.getMessage()));
        }
    }

    private static void finish(EventStream events) throws MalformedTraceException, IOException {
        Event event = events.next();
        while (event != null) {
            event = events.next();
        }
    }

    /** Does it in a thread with a large stack. */
    private static End deep(Callable<End> work) throws IOException {
        FutureTask<End> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "trace-run", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof InputException cause) {
                throw cause;
            }
            throw new IllegalStateException("the run can't be gone through", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new End(Verdict.NOT_RUN, 0, null, "interrupted");
        }
    }
}
