package org.quittance.trace.replay.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.MonotonicNonNull;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.replay.Explanation;
import org.quittance.trace.replay.StepException;
import org.quittance.trace.replay.Stepper;
import org.quittance.trace.replay.ValueForm;
import org.quittance.trace.tla.RunModule;
import tlc2.TLCGlobals;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import tlc2.value.IValue;
import tlc2.value.impl.Value;
import util.ToolIO;
import util.UniqueString;

/**
 * Steps through traces of one spec. An instance has a class loader of its own, since TLC keeps what
 * it knows of a spec in static variables.
 */
public final class TlcStepper implements Stepper {

    private @MonotonicNonNull Values values;
    private @MonotonicNonNull Spec spec;
    private @MonotonicNonNull Path modules;
    private @MonotonicNonNull String traceSpec;

    /** A state of TLC's. */
    private record Reached(TLCState tlc) implements State {}

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public TlcStepper() {}

    @Override
    public State load(Path workspace, String init, Header header) throws StepException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            ToolIO.out = out;
            ToolIO.err = out;
            // Without this all states have one fingerprint.
            FP64.Init(0);
            // TLC compares records by the fields whose names it met first.
            header.spec().tellingNames().forEach(UniqueString::uniqueStringOf);
            values = new Values(header);
            modules = workspace;
            traceSpec = header.spec().root();
            spec = new Spec(
                    new FastTool(
                            workspace.toString(),
                            RunModule.NAME,
                            RunModule.NAME,
                            new FolderResolver(workspace)));
            return new Reached(spec.initialState());
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new StepException("the spec can't be loaded: " + text(e) + complaints(said));
        }
    }

    @Override
    public Taken take(State state, Event event) throws StepException {
        if (spec == null || modules == null || values == null || !(state instanceof Reached reached)) {
            throw new IllegalStateException("nothing is loaded");
        }
        try {
            TLCState before = reached.tlc();
            Value value = values.of(event.term());
            int upkeep = 0;
            while (spec.isUpkeepDue(value, before)) {
                before = spec.only(spec.upkeep(value), before);
                upkeep++;
            }
            Step step = spec.step(value);
            TLCState after = spec.next(step, before);
            if (after == null) {
                Explanation why = new Explainer(spec, step, before, modules)
                        .explain(event.node())
                        .mapped(values.digests()::readable);
                return new Taken.Refused(why);
            }
            return new Taken.Next(new Reached(after), upkeep);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new StepException(
                    "the spec can't be evaluated at line " + event.line() + " (node "
                            + event.node() + ", seq " + event.seq() + ", "
                            + event.action().spelling() + "): "
                            + values.digests().readable(text(e)));
        }
    }

    @Override
    public State resume(State initial, Event event) throws StepException {
        if (spec == null || values == null || !(initial instanceof Reached reached)) {
            throw new IllegalStateException("nothing is loaded");
        }
        try {
            return new Reached(
                    spec.only(spec.resume(values.of(event.term())), reached.tlc()));
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new StepException("no segment can begin at line " + event.line() + ": "
                    + values.digests().readable(text(e)));
        }
    }

    @Override
    public boolean isSame(State one, State other) {
        return one instanceof Reached first
                && other instanceof Reached second
                && first.tlc().getVals().keySet().stream().allMatch(
                        name -> isSame(first.tlc().lookup(name), second.tlc().lookup(name)));
    }

    private static boolean isSame(IValue one, IValue other) {
        try {
            return one.equals(other);
        } catch (RuntimeException e) {
            // TLC compares no values of different kinds, and says so by throwing.
            return false;
        }
    }

    @Override
    public String text(State state) {
        return state instanceof Reached reached && values != null
                ? values.digests().readable(StateText.of(reached.tlc()))
                : "";
    }

    @Override
    public SortedMap<String, String> values(State state, ValueForm form) {
        if (spec == null || values == null || traceSpec == null
                || !(state instanceof Reached reached)) {
            throw new IllegalStateException("nothing is loaded");
        }
        ValueWriter writer = new ValueWriter(form, values.digests());
        SortedMap<String, String> texts = new TreeMap<>();
        for (UniqueString name : spec.ownVariables(traceSpec)) {
            texts.put(name.toString(), writer.write(reached.tlc().lookup(name)));
        }
        return texts;
    }

    @Override
    public String version() {
        return String.valueOf(TLCGlobals.versionOfTLC);
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
