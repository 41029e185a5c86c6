package org.quittance.trace.replay;

import java.io.IOException;
import java.nio.file.Path;
import org.quittance.trace.EngineOutcome;
import org.quittance.trace.format.Trace;

/** Steps through a trace with TLC's evaluator, in this JVM. */
public final class ReplayEngine {

    private ReplayEngine() {}

    /** Checks the trace against the spec in that folder. */
    public static EngineOutcome run(Trace trace, Path specs) {
        try (ReplaySession session = ReplaySession.of(trace, specs)) {
            return session.run(trace);
        } catch (IOException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        }
    }
}
