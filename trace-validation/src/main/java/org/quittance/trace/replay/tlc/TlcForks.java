package org.quittance.trace.replay.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;
import org.quittance.trace.replay.Forks;
import org.quittance.trace.tla.TraceModule;
import tla2sany.semantic.OpDeclNode;
import tlc2.TLCGlobals;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import tlc2.value.impl.Value;
import util.ToolIO;

/** Replays variants of one trace with TLC's evaluator. */
public final class TlcForks implements Forks {

    /** How many events have been taken, which differs if there is one more or less. */
    private static final String COUNTER = "at";

    private final List<TLCState> states = new ArrayList<>();
    private Path folder = Path.of("");
    private Map<String, String> names = Map.of();
    private List<Spec> spec = List.of();

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public TlcForks() {}

    @Override
    public EngineOutcome remember(Trace original, Path workspace) {
        PrintStream out =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ToolIO.out = out;
        ToolIO.err = out;
        // Without this all states have one fingerprint.
        FP64.Init(0);
        folder = workspace;
        names = original.names();
        try {
            spec = List.of(new Spec(new FastTool(
                    workspace.toString(),
                    TraceModule.NAME,
                    TraceModule.NAME,
                    new FolderResolver(workspace))));
            states.add(spec.get(0).initialState());
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return failed("the spec can't be loaded: " + e.getMessage());
        }
        return run(original, 0, 0, states).outcome();
    }

    @Override
    public Fork run(Trace variant, int same, int rest) {
        return run(variant, same, rest, new ArrayList<>(states.subList(0, same + 1)));
    }

    private Fork run(Trace trace, int same, int rest, List<TLCState> taken) {
        List<Event> events = trace.events();
        Values values = new Values(names);
        int accepted = same;
        try {
            while (accepted < events.size()) {
                TLCState state = taken.get(taken.size() - 1);
                if (rest > 0 && joins(state, events.size() - accepted, rest)) {
                    return new Fork(accepted(events.size()), true);
                }
                Event event = events.get(accepted);
                Step step = spec.get(0).step(values.of(event.term()));
                StateVec next = step.from(state);
                if (next.isEmpty()) {
                    return new Fork(
                            new EngineOutcome.Rejected(
                                    TLCGlobals.versionOfTLC,
                                    accepted,
                                    accepted + 1L,
                                    new Explainer(spec.get(0), step, state, folder)
                                            .explain(event.node())),
                            false);
                }
                if (!next.elementAt(0).allAssigned()) {
                    return new Fork(failed("the spec leaves variables without a value"), false);
                }
                taken.add(next.elementAt(0));
                accepted++;
            }
            // The end is the same state, too, if nothing is left to be taken.
            boolean joins = states.size() > rest
                    && isAlike(taken.get(taken.size() - 1), states.get(states.size() - 1));
            return new Fork(accepted(events.size()), joins);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new Fork(
                    failed("the spec can't be evaluated at event " + (accepted + 1) + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    false);
        }
    }

    /** Is it the state of the original before the events that are left, which are the same? */
    private boolean joins(TLCState state, int left, int rest) {
        return left <= rest && isAlike(state, states.get(states.size() - 1 - left));
    }

    private static boolean isAlike(TLCState one, TLCState other) {
        for (OpDeclNode variable : one.getVars()) {
            if (!variable.getName().toString().equals(COUNTER)
                    && !isAlike(
                            (Value) one.lookup(variable.getName()),
                            (Value) other.lookup(variable.getName()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlike(Value one, Value other) {
        try {
            return one.equals(other);
        } catch (RuntimeException e) {
            // TLC compares no values of different kinds, and says so by throwing.
            return false;
        }
    }

    private static EngineOutcome accepted(int events) {
        return new EngineOutcome.Accepted(TLCGlobals.versionOfTLC, events, events + 1L);
    }

    private static EngineOutcome failed(String problem) {
        return new EngineOutcome.Failed(String.valueOf(TLCGlobals.versionOfTLC), problem);
    }
}
