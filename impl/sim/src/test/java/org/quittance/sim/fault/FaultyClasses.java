package org.quittance.sim.fault;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Classes with a fault in them: it is made in the source, which is compiled and loaded instead of
 * the real class.
 */
public final class FaultyClasses {

    private static final String PACKAGES = "src/main/java/org/quittance";

    private FaultyClasses() {}

    /**
     * Writes the classes of the changed sources to the folder, which is empty.
     *
     * @param impl the folder of the modules
     * @throws IllegalStateException if an edit doesn't fit the source, or leaves no Java
     */
    public static void compile(Path impl, List<Edit> edits, Path classes) throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        for (Edit edit : edits) {
            Path source = source(impl, edit.file());
            Path changed = Files.createDirectories(classes.resolve("src"))
                    .resolve(source.getFileName());
            String text = Files.readString(Files.exists(changed) ? changed : source);
            Pattern from = anyhowSpaced(edit.from());
            if (from.matcher(text).results().count() != 1) {
                throw new IllegalStateException(
                        "this is not once in " + source + ": " + edit.from());
            }
            Files.writeString(changed, from.matcher(text).replaceFirst(
                    Matcher.quoteReplacement(edit.to())));
            files.add(changed);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, null, null)) {
            boolean isJava = compiler.getTask(said, manager, null,
                    List.of("-proc:none", "-nowarn", "-d", classes.toString(),
                            "-cp", System.getProperty("java.class.path")),
                    null, manager.getJavaFileObjectsFromPaths(files)).call();
            if (!isJava) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private static Pattern anyhowSpaced(String code) {
        return Pattern.compile(Stream.of(code.split(" ")).map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    }

    private static Path source(Path impl, String file) {
        String module = file.startsWith("sim/") ? "sim" : "core";
        Path packages = impl.resolve(module).resolve(PACKAGES);
        return packages.resolve((module.equals("sim") ? "" : "core/") + file + ".java");
    }

    /** A world of its own, where the faulty classes come first. */
    public static URLClassLoader world(Path classes) throws IOException {
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(
                urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }
}
