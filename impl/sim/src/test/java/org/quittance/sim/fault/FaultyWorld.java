package org.quittance.sim.fault;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A world in which the program has a fault. */
public final class FaultyWorld implements AutoCloseable {

    /** Where tests find the sources of all modules; Maven runs them in the module's folder. */
    public static final Path IMPL = Path.of("..");

    /** Compiled classes, by fault: several tests use the same ones. */
    private static final Map<String, Path> COMPILED = new HashMap<>();

    private final URLClassLoader loader;

    private FaultyWorld(URLClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The world with this fault.
     *
     * @param impl the folder of the modules
     */
    public static FaultyWorld of(Fault fault, Path impl) throws IOException {
        return new FaultyWorld(FaultyClasses.world(classes(fault, impl)));
    }

    /** The folder with the faulty classes of this fault, and nothing else. */
    public static synchronized Path classes(Fault fault, Path impl) throws IOException {
        Path known = COMPILED.get(fault.name());
        if (known == null) {
            known = Files.createTempDirectory("fault-");
            Path made = known;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            FaultyClasses.compile(impl, fault.edits(), known);
            COMPILED.put(fault.name(), known);
        }
        return known;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("can't delete " + folder + ": " + e.getMessage());
        }
    }

    /** The lines of the trace of this run, as {@link Run#record} has them. */
    public List<String> record(Run run, int most) {
        return List.of(ask(Recording.class, words(run) + " " + most).split("\n"));
    }

    /** The label of the property that the checkers find broken first; empty if there is none. */
    public String check(Run run) {
        return ask(Checking.class, words(run));
    }

    /** What a function answers that this world's loader has loaded. */
    public String ask(Class<? extends Function<String, String>> what, String question) {
        try {
            @SuppressWarnings("unchecked")
            Function<String, String> function = (Function<String, String>) loader
                    .loadClass(what.getName()).getDeclaredConstructor().newInstance();
            return function.apply(question);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(Run run) {
        return run.trace() + " " + run.scenario() + " " + run.seed();
    }

    private static Run run(String[] parts) {
        return new Run(Run.Trace.valueOf(parts[0]), parts[1], Long.parseLong(parts[2]));
    }

    /** Records a run, in whatever class loader this was loaded by. */
    public static final class Recording implements Function<String, String> {
        @Override
        public String apply(String run) {
            String[] parts = run.split(" ");
            return String.join("\n", run(parts).record(Integer.parseInt(parts[3])));
        }
    }

    /** Checks a run, in whatever class loader this was loaded by. */
    public static final class Checking implements Function<String, String> {
        @Override
        public String apply(String run) {
            return run(run.split(" ")).check();
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
