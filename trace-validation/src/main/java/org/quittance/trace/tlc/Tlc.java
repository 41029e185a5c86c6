package org.quittance.trace.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** TLC as a library. */
public final class Tlc {

    private static final String STANDARD = "tla2sany/StandardModules/";

    /** All of TLC's standard library that a spec of ours could extend. */
    private static final List<String> MODULES =
            List.of("Naturals", "Integers", "Sequences", "FiniteSets", "TLC", "Bags");

    private Tlc() {}

    /**
     * Makes an object that talks to a copy of TLC that nobody else talks to.
     *
     * @param type what the object can do; shared with the caller
     * @param name the class of the object, which is loaded beside TLC
     * @throws IOException if TLC can't be loaded; its message is for people
     */
    public static <T> T load(Class<T> type, String name) throws IOException {
        TlcLoader loader = new TlcLoader(loader());
        try {
            return type.cast(loader.loadClass(name).getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException("TLC can't be loaded: " + e, e);
        }
    }

    /** Is this the file of a module of TLC's standard library? */
    public static boolean isStandard(String file) {
        return MODULES.contains(file.replace(".tla", ""));
    }

    /**
     * Writes the standard modules beside the spec. TLC would unpack them into the temporary folder
     * of this JVM, where other runs of TLC unpack theirs at the same time.
     */
    public static void writeStandardModules(Path folder) throws IOException {
        for (String module : MODULES) {
            String file = module + ".tla";
            try (InputStream in = loader().getResourceAsStream(STANDARD + file)) {
                if (in == null) {
                    throw new IOException("TLC is not on the class path, or lacks " + file);
                }
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    private static ClassLoader loader() throws IOException {
        ClassLoader loader = Tlc.class.getClassLoader();
        if (loader == null) {
            throw new IOException("there is no class loader to load TLC with");
        }
        return loader;
    }
}
