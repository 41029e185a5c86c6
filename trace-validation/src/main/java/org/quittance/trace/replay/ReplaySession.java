package org.quittance.trace.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Trace;
import org.quittance.trace.tla.RunModule;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/**
 * Stepping through traces whose constants are the same: the spec is loaded once, which is most of
 * the work for a short trace, and TLC's code is warm from the second trace on. Not for several
 * threads at once.
 */
public final class ReplaySession implements AutoCloseable {

    /** So much of a run is remembered: far more than a trace of a few thousand events has. */
    public static final int WIDE = 1_000_000;

    private static final String STEPPER = "org.quittance.trace.replay.tlc.TlcStepper";

    private final String module;
    private final List<Path> folders;
    private final int window;
    private final Workspace workspace;
    private final Stepper stepper;
    private final Stepper.State initial;

    private ReplaySession(
            String module,
            List<Path> folders,
            int window,
            Workspace workspace,
            Stepper stepper,
            Stepper.State initial) {
        this.module = module;
        this.folders = folders;
        this.window = window;
        this.workspace = workspace;
        this.stepper = stepper;
        this.initial = initial;
    }

    /**
     * A session for traces with headers like this one.
     *
     * @param folders where the modules of the spec are
     * @param window how much of a run is remembered at least, if the spec forgets anything
     * @throws IOException if TLC or the specs can't be read, or no folder can be written; its
     *     message is for people
     * @throws StepException if the spec can't be loaded
     */
    public static ReplaySession of(Header header, List<Path> folders, int window)
            throws IOException, StepException {
        return of(header, folders, window, Map.of());
    }

    /**
     * The same with other texts of some modules.
     *
     * @param instead by the name of a module its text
     * @throws IOException if something can't be read or written; its message is for people
     * @throws StepException if the spec can't be loaded
     */
    public static ReplaySession of(
            Header header, List<Path> folders, int window, Map<String, String> instead)
            throws IOException, StepException {
        Workspace workspace = Workspace.make(folders, header.spec().modules());
        try {
            for (Map.Entry<String, String> each : instead.entrySet()) {
                workspace.write(each.getKey() + ".tla", each.getValue());
            }
            RunModule run =
                    new RunModule(header, workspace.text(header.spec().root()), window);
            workspace.write(RunModule.NAME + ".tla", run.forStepping());
            workspace.write(RunModule.NAME + ".cfg", run.configForStepping());
            Tlc.writeStandardModules(workspace.folder());
            Stepper stepper = Tlc.load(Stepper.class, STEPPER);
            Stepper.State initial = stepper.load(workspace.folder(), run.init(), header);
            return new ReplaySession(
                    text(run), folders, window, workspace, stepper, initial);
        } catch (IOException | StepException e) {
            workspace.close();
            throw e;
        }
    }

    private static String text(RunModule module) {
        return module.forStepping() + module.configForStepping();
    }

    /**
     * The state that an event has, where a segment of a trace begins.
     *
     * @throws StepException if no segment can begin there
     */
    public Stepper.State resume(Event event) throws StepException {
        return stepper.resume(initial, event);
    }

    /** Are all variables of the spec the same in both states? */
    public boolean isSame(Stepper.State one, Stepper.State other) {
        return stepper.isSame(one, other);
    }

    /** Does a trace with this header have the constants of the session? */
    public boolean fits(Header header) throws IOException {
        return text(new RunModule(header, workspace.text(header.spec().root()), window))
                .equals(module);
    }

    /** The state before the first event. */
    public Stepper.State initial() {
        return initial;
    }

    /**
     * Takes an event as a step.
     *
     * @throws StepException if the spec can't be evaluated, or leaves a choice
     */
    public Stepper.Taken take(Stepper.State state, Event event) throws StepException {
        return stepper.take(state, event);
    }

    /** The state as a record of TLA+. */
    public String text(Stepper.State state) {
        return stepper.text(state);
    }

    /** What the spec says of a state, by the names of its variables. */
    public SortedMap<String, String> values(Stepper.State state, ValueForm form) {
        return stepper.values(state, form);
    }

    /** The version of TLC, as it names itself. */
    public String version() {
        return stepper.version();
    }

    /** Where the modules of the spec are. */
    public List<Path> folders() {
        return folders;
    }

    /**
     * Checks a trace.
     *
     * @throws IllegalArgumentException if it doesn't fit
     */
    public EngineOutcome run(Trace trace) throws IOException {
        if (!fits(trace.header())) {
            throw new IllegalArgumentException(trace.file() + " has constants of its own");
        }
        Stepper.State state = initial;
        int accepted = 0;
        try {
            for (Event event : trace.events()) {
                switch (take(state, event)) {
                    case Stepper.Taken.Next next -> state = next.state();
                    case Stepper.Taken.Refused refused -> {
                        return new EngineOutcome.Rejected(
                                version(), accepted, accepted + 1L, refused.why());
                    }
                }
                accepted++;
            }
        } catch (StepException e) {
            return new EngineOutcome.Failed(version(), String.valueOf(e.getMessage()));
        }
        return new EngineOutcome.Accepted(version(), accepted, accepted + 1L);
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
