package org.quittance.models;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Finds Apalache: {@code bin/apalache-mc} in the folder that APALACHE_HOME names, else {@code
 * apalache-mc} on the PATH, else the official release.
 *
 * @param environment the environment variables
 * @param release where the official release is had from
 */
public record ApalacheFinder(Map<String, String> environment, ApalacheRelease release) {

    static final String HOME_VARIABLE = "APALACHE_HOME";
    private static final String COMMAND = "apalache-mc";

    /**
     * What was found.
     *
     * @param command the command; absent if there is none
     * @param reason why there is none; empty if there is one
     */
    record Found(@Nullable Path command, String reason) {}

    /** The finder for the environment of this process. */
    public static ApalacheFinder ofThisMachine() {
        Map<String, String> environment = System.getenv();
        return new ApalacheFinder(environment, ApalacheRelease.official(environment));
    }

    /**
     * Looks in the three places, in their order.
     *
     * @throws InputException if APALACHE_HOME names no Apalache, or the release is not the right
     *     one
     */
    Found find(Progress progress) throws InterruptedException {
        String home = environment.get(HOME_VARIABLE);
        if (home != null && !home.isBlank()) {
            Path command = Path.of(home, "bin", COMMAND);
            if (!Files.isExecutable(command)) {
                throw new InputException(
                        HOME_VARIABLE
                                + " is "
                                + home
                                + ", but there is no bin/apalache-mc to run in it:"
                                + " correct or unset it");
            }
            return new Found(command.toAbsolutePath(), "");
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path command = Path.of(folder, COMMAND);
            if (!folder.isEmpty() && Files.isRegularFile(command) && Files.isExecutable(command)) {
                return new Found(command.toAbsolutePath(), "");
            }
        }
        try {
            return new Found(release.command(progress), "");
        } catch (IOException e) {
            String message = e.getMessage();
            return new Found(
                    null,
                    "there is no Apalache: it is not on the PATH, APALACHE_HOME is not set, and "
                            + release.source()
                            + " can't be had ("
                            + (message == null ? e.getClass().getSimpleName() : message)
                            + "): install Apalache, or set "
                            + HOME_VARIABLE
                            + " to the folder that has bin/"
                            + COMMAND);
        }
    }
}
