package org.quittance.trace.tla;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of its own for one run of TLC: the spec, the trace spec, what is generated, and a folder
 * for what TLC writes. It is removed on closing.
 */
public final class Workspace implements AutoCloseable {

    /** Relative to the folder of specs: without these nothing can be validated. */
    private static final List<String> NEEDED = List.of("consensus", "lib");

    /** All that have modules of specs. */
    private static final List<String> FOLDERS =
            List.of("lib", "consensus", "settlement", "system");

    private static final String SPEC = "consensus/Simplex.tla";

    private static final String MEND =
            "; name the folder of the specs with --specs, or run this at the top of the repository";

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes one with all modules in it.
     *
     * @param folders where modules of specs are
     * @param modules the modules of this program that come too
     * @throws IOException if the specs can't be read or the folder can't be written; its message
     *     is for people
     */
    public static Workspace make(List<Path> folders, List<String> modules) throws IOException {
        Workspace workspace = new Workspace(Files.createTempDirectory("quittance-trace-"));
        try {
            workspace.fill(folders, modules);
        } catch (IOException e) {
            workspace.close();
            throw e;
        }
        return workspace;
    }

    /**
     * The folders with modules in the folder "specs" of the repository.
     *
     * @throws IOException if there are none; its message is for people
     */
    public static List<Path> folders(Path specs) throws IOException {
        check(specs);
        return FOLDERS.stream().map(specs::resolve).filter(Files::isDirectory).toList();
    }

    /**
     * Checks that these are the specs, without which no trace can be validated.
     *
     * @throws IOException if they are not; its message is for people
     */
    public static void check(Path specs) throws IOException {
        for (String name : NEEDED) {
            Path folder = specs.resolve(name);
            if (!Files.isDirectory(folder)) {
                throw new IOException("there is no folder " + folder + MEND);
            }
        }
        Path spec = specs.resolve(SPEC);
        if (!Files.isReadable(spec)) {
            throw new IOException("there is no file " + spec + MEND);
        }
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** For temporary files and for what TLC writes down. */
    public Path scratch() {
        return folder.resolve("scratch");
    }

    private void fill(List<Path> folders, List<String> modules) throws IOException {
        Files.createDirectory(scratch());
        for (Path from : folders) {
            copyModules(from);
        }
        // Last, since some take the place of a module of the spec.
        for (String module : modules) {
            copyOwn(module + ".tla");
        }
    }

    /** The text of a module in it; empty if there is none. */
    public String text(String module) throws IOException {
        Path file = folder.resolve(module + ".tla");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void copyOwn(String file) throws IOException {
        try (InputStream in = Workspace.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IOException(file + " is not on the class path; build again");
            }
            Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void copyModules(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tla")).toList()) {
                Path name = file.getFileName();
                if (name != null) {
                    Files.copy(
                            file,
                            folder.resolve(name.toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Writes a file into the folder. */
    public void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
