package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.quittance.sim.check.Property;

/**
 * Classes of the core with a fault in them: it is made in the source, which is compiled and loaded
 * instead of the real class.
 */
final class FaultyClasses {

    /**
     * A change of one place of a source file.
     *
     * @param file its name below the folder of the sources, without ending
     * @param from what is there, once
     */
    record Edit(String file, String from, String to) {}

    private FaultyClasses() {}

    /** Writes the classes of the changed sources to the folder, which is empty. */
    static void compile(Path sources, List<Edit> edits, Path classes) throws Exception {
        SortedSet<String> files = new TreeSet<>();
        for (Edit edit : edits) {
            Path source = sources.resolve(edit.file() + ".java");
            Path changed = Files.createDirectories(classes.resolve("src"))
                    .resolve(source.getFileName());
            String text = Files.readString(Files.exists(changed) ? changed : source);
            assertThat(text.split(Pattern.quote(edit.from()), -1))
                    .as("this is once in " + source + ": " + edit.from()).hasSize(2);
            Files.writeString(changed, text.replace(edit.from(), edit.to()));
            files.add(changed.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d",
                classes.toString(), "-cp", System.getProperty("java.class.path")));
        arguments.addAll(files);
        assertThat(compiler.run(null, null, null, arguments.toArray(new String[0]))).isZero();
    }

    /**
     * Runs it in a world of its own, where the faulty classes come first.
     *
     * @return the message of the violation of this property; empty if there is none
     */
    static String run(
            Path classes, Class<? extends Function<String, String>> runner, Property broken)
            throws Exception {
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(
                urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            @SuppressWarnings("unchecked")
            Function<String, String> run = (Function<String, String>) loader
                    .loadClass(runner.getName()).getDeclaredConstructor().newInstance();
            return run.apply(broken.label());
        }
    }
}
