package org.quittance.trace.replay.tlc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;
import org.quittance.trace.replay.Sieve;
import org.quittance.trace.tla.TraceModule;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.ToolIO;

/** Steps through a trace, and at each event tries others. */
public final class TlcSieve implements Sieve {

    @Override
    public List<String> allowed(Trace trace, List<Candidate> candidates, Path workspace) {
        ToolIO.out = new PrintStream(new ByteArrayOutputStream());
        ToolIO.err = ToolIO.out;
        FP64.Init(0);
        Spec spec = new Spec(
                new FastTool(
                        workspace.toString(),
                        TraceModule.NAME,
                        TraceModule.NAME,
                        new FolderResolver(workspace)));
        Values values = new Values(trace.names());
        TLCState state = spec.initialState();
        List<String> allowed = new ArrayList<>();
        int taken = 0;
        for (Event event : trace.events()) {
            for (Candidate candidate : candidates) {
                if (candidate.after() == taken && isStep(spec, values, state, candidate.event())) {
                    allowed.add(candidate.name());
                }
            }
            StateVec next = spec.step(values.of(event.term())).from(state);
            if (next.size() != 1) {
                throw new IllegalStateException(event + " has " + next.size() + " outcomes");
            }
            state = next.elementAt(0);
            taken++;
        }
        return allowed;
    }

    private static boolean isStep(Spec spec, Values values, TLCState state, Event event) {
        try {
            return spec.step(values.of(event.term())).from(state).size() > 0;
        } catch (RuntimeException e) {
            throw new IllegalStateException(event + " can't be evaluated", e);
        }
    }
}
