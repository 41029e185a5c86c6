package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.mapping.MappingFile;

/**
 * The specs that traces may follow, and where their modules are.
 *
 * @param locator finds the specs again in another JVM: the name of a class with a public constant
 *     ALL, or the path of a mapping file
 * @param specs by which traces are read
 * @param folders where the modules of the specs are
 */
public record Catalogue(String locator, List<TraceSpec> specs, List<Path> folders) {

    private static final String CLASS = "class:";
    private static final String FILE = "file:";

    /** Copies the lists. */
    public Catalogue {
        specs = List.copyOf(specs);
        folders = List.copyOf(folders);
    }

    /** Specs that are a constant ALL, a list, of a class. */
    public static Catalogue of(Class<?> holder, List<Path> folders) {
        String locator = CLASS + holder.getName();
        return new Catalogue(locator, constant(holder), folders);
    }

    /**
     * The spec of a mapping file, whose modules are in the folder of the file.
     *
     * @throws IOException if it can't be read or is not one; its message is for people
     */
    public static Catalogue of(Path mapping) throws IOException {
        Path file = mapping.toAbsolutePath();
        return new Catalogue(
                FILE + file, List.of(MappingFile.read(file)), MappingFile.folders(file));
    }

    /**
     * The specs that a locator finds.
     *
     * @throws IOException if it finds none
     */
    public static List<TraceSpec> find(String locator) throws IOException {
        if (locator.startsWith(FILE)) {
            return List.of(MappingFile.read(Path.of(locator.substring(FILE.length()))));
        }
        try {
            return constant(Class.forName(locator.substring(CLASS.length())));
        } catch (ClassNotFoundException e) {
            throw new IOException("there is no class " + locator, e);
        }
    }

    private static List<TraceSpec> constant(Class<?> holder) {
        try {
            List<TraceSpec> specs = new ArrayList<>();
            if (holder.getField("ALL").get(holder) instanceof List<?> all) {
                for (Object each : all) {
                    if (each instanceof TraceSpec spec) {
                        specs.add(spec);
                    }
                }
            }
            return specs;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(holder + " has no public constant ALL", e);
        }
    }
}
