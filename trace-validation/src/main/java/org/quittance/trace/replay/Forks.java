package org.quittance.trace.replay;

import java.nio.file.Path;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Trace;

/**
 * Replays variants of one trace, each from the state before it parts from the original; implemented
 * beside TLC, in a class loader of its own.
 */
public interface Forks {

    /**
     * Steps through the original and remembers the state before each event.
     *
     * @param workspace the folder with all modules, those of the standard library included
     */
    EngineOutcome remember(Trace original, Path workspace);

    /**
     * Steps through a variant.
     *
     * @param same its first events, so many, are the original's
     * @param rest its last events, so many, are the original's
     */
    Fork run(Trace variant, int same, int rest);

    /**
     * What came of a variant.
     *
     * @param joins whether it came into the state that the original had before the same remaining
     *     events; these were then not taken again
     */
    record Fork(EngineOutcome outcome, boolean joins) {}
}
