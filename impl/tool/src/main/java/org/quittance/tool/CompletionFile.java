package org.quittance.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;

/** Writes the script of {@link CompletionCommand} to a file, for the distribution. */
public final class CompletionFile {

    private CompletionFile() {}

    /** Writes to the file that is named, and leaves the JVM alone: it is Maven's. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, AutoComplete.bash("quittance", Main.commandLine()),
                StandardCharsets.UTF_8);
    }
}
