package org.quittance.trace.reached.tlc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.SpecText;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.reached.Observer;
import org.quittance.trace.reached.Operand;
import org.quittance.trace.replay.tlc.FolderResolver;
import org.quittance.trace.replay.tlc.Values;
import org.quittance.trace.tla.RunModule;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.ObservedTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Value;
import util.ToolIO;

/** Steps through traces with TLC's evaluator and looks over its shoulder. */
public final class TlcObserver implements Observer {

    private final Map<Operand, Boolean> reached = new TreeMap<>();
    private @Nullable Loaded loaded;

    /** A spec with constants. */
    private record Loaded(
            ObservedTool tool,
            OpDefNode step,
            OpDefNode isUpkeepDue,
            OpDefNode upkeep,
            Marks marks) {}

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public TlcObserver() {}

    @Override
    public void load(Path workspace, Header header, Set<String> modules) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ToolIO.out = new PrintStream(said, true, StandardCharsets.UTF_8);
        ToolIO.err = ToolIO.out;
        try {
            // Without this all states have one fingerprint.
            FP64.Init(0);
            ObservedTool tool = new ObservedTool(
                    workspace.toString(), RunModule.NAME, new FolderResolver(workspace));
            OpDefNode step = operator(tool, "RunEvent");
            OpDefNode isUpkeepDue = operator(tool, "IsUpkeepDue");
            OpDefNode upkeep = operator(tool, "Upkeep");
            Operands operands = new Operands(
                    modules, header.spec().root(), new SpecText(List.of(workspace)));
            List.of(step, isUpkeepDue, upkeep).forEach(operands::add);
            loaded = new Loaded(tool, step, isUpkeepDue, upkeep, new Marks(operands.found()));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new IOException("the spec can't be loaded: " + e + "\n"
                    + said.toString(StandardCharsets.UTF_8), e);
        }
    }

    private static OpDefNode operator(ObservedTool tool, String name) {
        OpDefNode operator = tool.getRootModule().getOpDef(name);
        if (operator == null) {
            throw new IllegalStateException("the trace spec does not define " + name);
        }
        return operator;
    }

    @Override
    public void take(Header header, List<Event> events) throws IOException {
        Loaded spec = loaded;
        if (spec == null) {
            throw new IllegalStateException("nothing is loaded");
        }
        Values values = new Values(header);
        TLCState state = spec.tool.getInitStates().elementAt(0);
        // Only steps count.
        spec.tool.tell(spec.marks);
        for (Event event : events) {
            try {
                state = taken(spec, values.of(event.term()), state);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new IOException("line " + event.line() + ": " + e.getMessage(), e);
            }
        }
        spec.marks.forEach(
                (operand, is) -> reached.merge(operand, is, Boolean::logicalOr));
    }

    private static TLCState taken(Loaded spec, Value event, TLCState before) {
        TLCState state = before;
        while (spec.tool.eval(spec.isUpkeepDue.getBody(), inside(spec.isUpkeepDue, event), state)
                .equals(BoolValue.ValTrue)) {
            state = next(spec, spec.upkeep, event, state);
        }
        return next(spec, spec.step, event, state);
    }

    private static TLCState next(Loaded spec, OpDefNode operator, Value event, TLCState before) {
        Context inside = inside(operator, event);
        StateVec after = spec.tool.getNextStates(
                new Action(operator.getBody(), inside, operator), before);
        if (after.size() == 0) {
            throw new IllegalStateException("the spec doesn't allow the event");
        }
        return after.elementAt(0);
    }

    private static Context inside(OpDefNode operator, Value event) {
        return Context.Empty.cons(operator.getParams()[0], event);
    }

    @Override
    public Map<Operand, Boolean> reached() {
        return reached;
    }
}
