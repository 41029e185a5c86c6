package org.quittance.trace.replay;

import java.nio.file.Path;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Trace;

/** Replays traces; implemented beside TLC, in a class loader of its own. */
public interface Stepper {

    /**
     * Steps through the trace. The spec is loaded with the first trace, and used for all.
     *
     * @param workspace the folder with all modules, those of the standard library included; always
     *     the same one
     */
    EngineOutcome replay(Trace trace, Path workspace);
}
