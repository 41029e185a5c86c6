package org.quittance.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Apalache, for who runs it on something else than the registered checks.
 *
 * @param command its command; absent if there is none on this machine
 * @param reason why there is none; empty if there is one
 */
public record ApalacheTool(@Nullable Path command, String reason) {

    /** The exit code given for a run that was stopped at its limit. */
    public static final int STOPPED = ToolProcess.STOPPED;

    /**
     * Looks for it where the symbolic checks do.
     *
     * @param console told of what takes long
     * @throws InputException if APALACHE_HOME names no Apalache
     */
    public static ApalacheTool find(ApalacheFinder finder, PrintWriter console)
            throws InterruptedException {
        try (Progress progress = new Progress(console).start()) {
            ApalacheFinder.Found found = finder.find(progress);
            return new ApalacheTool(found.command(), found.reason());
        }
    }

    /**
     * Runs it with these arguments.
     *
     * @param folder with all modules
     * @param limit when it is stopped
     * @param lines gets what it prints
     * @return its exit code, or {@link #STOPPED}
     * @throws IOException if it can't be run
     */
    public int run(List<String> arguments, Path folder, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        if (command == null) {
            throw new IOException(reason);
        }
        Apalache apalache = new Apalache(command, folder, List.of());
        return ToolProcess.run(
                apalache.with(arguments),
                folder,
                apalache.environment(),
                folder.resolve("apalache.log"),
                limit,
                lines);
    }
}
