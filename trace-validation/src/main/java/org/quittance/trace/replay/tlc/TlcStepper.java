package org.quittance.trace.replay.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;
import org.quittance.trace.replay.Explanation;
import org.quittance.trace.replay.Stepper;
import org.quittance.trace.tla.TraceModule;
import tlc2.TLCGlobals;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.ToolIO;

/**
 * Steps through traces of one spec. An instance has a class loader of its own, since TLC keeps what
 * it knows of a spec in static variables.
 */
public final class TlcStepper implements Stepper {

    private @Nullable Spec loaded;

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public TlcStepper() {}

    @Override
    public EngineOutcome replay(Trace trace, Path workspace) {
        Spec spec = loaded;
        if (spec == null) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            try {
                spec = load(workspace, said);
            } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
                return failed("the spec can't be loaded: " + text(e) + complaints(said));
            }
            loaded = spec;
        }
        return replay(spec, trace, workspace);
    }

    private static Spec load(Path workspace, ByteArrayOutputStream said) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        ToolIO.out = out;
        ToolIO.err = out;
        // Without this all states have one fingerprint.
        FP64.Init(0);
        return new Spec(
                new FastTool(
                        workspace.toString(),
                        TraceModule.NAME,
                        TraceModule.NAME,
                        new FolderResolver(workspace)));
    }

    private static EngineOutcome replay(Spec spec, Trace trace, Path workspace) {
        int accepted = 0;
        try {
            Values values = new Values(trace.names());
            TLCState state = spec.initialState();
            for (Event event : trace.events()) {
                Step step = spec.step(values.of(event.term()));
                List<TLCState> next = distinct(step.from(state));
                if (next.isEmpty()) {
                    Explanation explanation =
                            new Explainer(spec, step, state, workspace).explain(event.node());
                    return new EngineOutcome.Rejected(
                            TLCGlobals.versionOfTLC, accepted, accepted + 1L, explanation);
                }
                if (next.size() > 1) {
                    return failed(at(event, accepted) + " has " + next.size()
                            + " outcomes; the trace spec must leave one");
                }
                state = next.get(0);
                accepted++;
            }
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return failed("the spec can't be evaluated at "
                    + at(trace.events().get(accepted), accepted) + ": " + text(e));
        }
        return new EngineOutcome.Accepted(TLCGlobals.versionOfTLC, accepted, accepted + 1L);
    }

    private static List<TLCState> distinct(StateVec states) {
        List<TLCState> distinct = new java.util.ArrayList<>();
        for (int k = 0; k < states.size(); k++) {
            TLCState state = states.elementAt(k);
            if (!state.allAssigned()) {
                throw new IllegalStateException(
                        "the spec leaves variables without a value: " + state.getUnassigned());
            }
            if (!distinct.contains(state)) {
                distinct.add(state);
            }
        }
        return distinct;
    }

    private static String at(Event event, int accepted) {
        return "event " + (accepted + 1) + " (line " + event.line() + ", node " + event.node()
                + ", seq " + event.seq() + ", " + event.action().spelling() + ")";
    }

    private static EngineOutcome failed(String problem) {
        return new EngineOutcome.Failed(String.valueOf(TLCGlobals.versionOfTLC), problem);
    }

    private static String text(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    /** What the parser said, without its progress. */
    private static String complaints(ByteArrayOutputStream said) {
        String text = said.toString(StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.startsWith("Parsing file")
                        && !line.startsWith("Semantic processing")
                        && !line.startsWith("Linting")
                        && !line.isBlank())
                .limit(8)
                .reduce("", (all, line) -> all + "\n  " + line);
    }
}
