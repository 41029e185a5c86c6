package org.quittance.trace.reached;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;

/** Steps through traces of one spec and remembers what was evaluated on the way. */
public interface Observer {

    /**
     * Loads the spec with the constants of a run.
     *
     * @param workspace the folder with all modules and the run's own
     * @param modules whose operands count
     * @throws IOException if TLC doesn't take it; its message is for people
     */
    void load(Path workspace, Header header, Set<String> modules) throws IOException;

    /**
     * Takes the events of a run with the constants that were loaded last.
     *
     * @throws IOException if the spec doesn't allow one of them, or can't be evaluated; its message
     *     is for people
     */
    void take(Header header, List<Event> events) throws IOException;

    /** All operands that steps could reach, and whether some step did. */
    Map<Operand, Boolean> reached();
}
