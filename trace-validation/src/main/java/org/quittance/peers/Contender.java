package org.quittance.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A checker of traces, and traces for it. */
interface Contender {

    /** What the table calls it, with where the traces come from. */
    String name();

    /** The commit or version that is checked with. */
    String version();

    /** Where to break its traces. */
    Shape shape();

    /**
     * The lines of a trace that is legal.
     *
     * @param events how many events it has, 150 or more
     * @return no lines if there is no trace so long
     * @throws IOException if the trace that it is taken from can't be read
     */
    List<String> trace(int events) throws IOException;

    /** Whether it is measured with whole traces, too, and not with broken ones only. */
    default boolean isTimed() {
        return true;
    }

    /** A broken trace as it is given to the checker. */
    default List<String> broken(List<String> lines) {
        return lines;
    }

    /**
     * What to run.
     *
     * @param trace an absolute path
     * @param scratch an absolute path of a folder that the run has for itself
     */
    List<String> command(Path trace, Path scratch);

    /** The environment variables that it gets besides those of this process. */
    Map<String, String> environment(Path trace, Path scratch);

    /** Where it is run. */
    Path folder();

    /** What the exit status of that process means. */
    Verdict verdict(int status);
}
