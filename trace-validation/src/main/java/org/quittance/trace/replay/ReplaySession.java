package org.quittance.trace.replay;

import java.io.IOException;
import java.nio.file.Path;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Trace;
import org.quittance.trace.tla.TraceModule;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/**
 * Replays of several traces whose constants are the same: the spec is loaded once, which is most of
 * the work for a short trace, and TLC's code is warm from the second trace on. Not for several
 * threads at once.
 */
public final class ReplaySession implements AutoCloseable {

    private static final String STEPPER = "org.quittance.trace.replay.tlc.TlcStepper";

    private final String module;
    private final Workspace workspace;
    private final Stepper stepper;

    private ReplaySession(String module, Workspace workspace, Stepper stepper) {
        this.module = module;
        this.workspace = workspace;
        this.stepper = stepper;
    }

    /**
     * A session for traces like this one.
     *
     * @param specs the folder "specs" of the repository
     * @throws IOException if TLC or the specs can't be read, or no folder can be written; its
     *     message is for people
     */
    public static ReplaySession of(Trace trace, Path specs) throws IOException {
        TraceModule module = new TraceModule(trace);
        Workspace workspace = Workspace.make(specs, trace.header().spec().modules());
        try {
            workspace.write(TraceModule.NAME + ".tla", module.withoutEvents());
            workspace.write(TraceModule.NAME + ".cfg", module.config());
            Tlc.writeStandardModules(workspace.folder());
            return new ReplaySession(
                    text(module), workspace, Tlc.load(Stepper.class, STEPPER));
        } catch (IOException e) {
            workspace.close();
            throw e;
        }
    }

    private static String text(TraceModule module) {
        return module.withoutEvents() + module.config();
    }

    /** Are the trace's constants those of the session? */
    public boolean fits(Trace trace) {
        return text(new TraceModule(trace)).equals(module);
    }

    /**
     * Checks a trace.
     *
     * @throws IllegalArgumentException if it doesn't fit
     */
    public EngineOutcome run(Trace trace) {
        if (!fits(trace)) {
            throw new IllegalArgumentException(trace.file() + " has constants of its own");
        }
        return stepper.replay(trace, workspace.folder());
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
