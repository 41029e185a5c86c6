package org.quittance.trace.replay;

import java.io.IOException;
import java.nio.file.Path;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Trace;
import org.quittance.trace.tla.TraceModule;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/** Steps through a trace with TLC's evaluator, in this JVM. */
public final class ReplayEngine {

    private static final String STEPPER = "org.quittance.trace.replay.tlc.TlcStepper";

    private ReplayEngine() {}

    /** Checks the trace against the spec in that folder. */
    public static EngineOutcome run(Trace trace, Path specs) {
        TraceModule module = new TraceModule(trace);
        try (Workspace workspace = Workspace.make(specs, trace.header().spec().modules())) {
            workspace.write(TraceModule.NAME + ".tla", module.withoutEvents());
            workspace.write(TraceModule.NAME + ".cfg", module.config());
            Tlc.writeStandardModules(workspace.folder());
            return Tlc.load(Stepper.class, STEPPER).replay(trace, workspace.folder());
        } catch (IOException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        }
    }
}
