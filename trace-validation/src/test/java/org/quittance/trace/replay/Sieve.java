package org.quittance.trace.replay;

import java.nio.file.Path;
import java.util.List;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Trace;

/** Tries other events in the place of those of a trace; implemented beside TLC. */
public interface Sieve {

    /**
     * An event to try.
     *
     * @param after the number of events of the trace before it
     */
    record Candidate(int after, Event event, String name) {}

    /** The names of those that the spec allows. */
    List<String> allowed(Trace trace, List<Candidate> candidates, Path workspace);
}
