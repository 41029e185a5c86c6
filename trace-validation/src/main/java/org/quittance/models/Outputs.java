package org.quittance.models;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks before any work where its results are to go. */
public final class Outputs {

    private Outputs() {}

    /**
     * Makes a folder, unless it is there.
     *
     * @param option the option that names it
     * @throws InputException if it can't be made or nothing can be written there
     */
    public static void folder(Path folder, String option) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused(folder, option, why(e));
        }
        if (!Files.isWritable(folder)) {
            throw refused(folder, option, "no permission to write there");
        }
    }

    /**
     * Makes the folder of a file, unless it is there.
     *
     * @param inputs what the file must not take the place of
     * @param option the option that names it
     * @throws InputException if the file can't be written, or is one of the inputs
     */
    public static void file(Path file, List<Path> inputs, String option) {
        for (Path input : inputs) {
            if (isSame(file, input)) {
                throw refused(file, option, "it is an input, and would be overwritten");
            }
        }
        if (Files.isDirectory(file)) {
            throw refused(file, option, "it is a folder");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw refused(file, option, "no permission to write it");
        }
        folder(ToolProcess.parent(file), option);
    }

    /** Whether the two are one file, or would be. */
    public static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
        } catch (IOException e) {
            // What can't be looked at is compared by name.
        }
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static InputException refused(Path path, String option, String why) {
        return new InputException(
                option + ": can't write " + path + ": " + why + "; name another place");
    }

    private static String why(IOException e) {
        return e instanceof FileAlreadyExistsException
                ? "there is a file of this name, and a folder is needed"
                : why(e, "the folder can't be made");
    }

    /** Messages of the JDK often name the file only. */
    private static String why(IOException e, String otherwise) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : null;
        return reason == null ? otherwise : reason.toLowerCase(Locale.ROOT);
    }
}
