package org.quittance.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Outcome.Failed;

/**
 * Runs TLC on one model, in a JVM of its own: TLC keeps static state, and unpacks its standard
 * modules into the JVM's temporary folder.
 *
 * @param jar the TLA+ tools
 * @param library the folders in which modules are looked for, besides the model's own
 * @param workers threads per run
 * @param options options for the JVM, such as -Xmx2g
 */
public record Tlc(Path jar, List<Path> library, int workers, List<String> options) {

    /** Where the user may name another jar of the TLA+ tools than the one on the class path. */
    public static final String JAR_VARIABLE = "TLA2TOOLS_JAR";

    /** For shorter runs the quick compiler alone saves time; for longer ones it costs. */
    private static final double SHORT_SECONDS = 5;

    /**
     * One run.
     *
     * @param simulation options for random runs; empty to check all states
     * @param limit when the run counts as hung
     * @param measured the spec whose coverage is measured, with its modules; absent to measure none
     * @param log the file that gets TLC's output
     * @param scratch a folder of its own, which is emptied before and deleted after the run; large
     *     models keep their states there
     */
    public record Job(
            Path module,
            Path config,
            List<String> simulation,
            double seconds,
            Duration limit,
            @Nullable Measured measured,
            Path log,
            Path scratch) {}

    /**
     * What to measure.
     *
     * @param spec the name of the spec's module
     * @param modules the names of the modules whose parts count
     */
    public record Measured(String spec, List<String> modules) {}

    /**
     * How a run ended.
     *
     * @param reached what the run reached of its spec, as {@link CoverageProbe} writes it
     */
    public record Result(Outcome outcome, TlcOutput output, Duration time, List<String> reached) {}

    /** Gets the output while a run is on. */
    public interface Watcher {
        void progress(TlcOutput output);
    }

    /**
     * The jar named by {@link #JAR_VARIABLE}, else the one on the class path.
     *
     * @throws InputException if the variable names no file, or one without TLC
     */
    public static Path findJar(Map<String, String> environment) {
        String named = environment.getOrDefault(JAR_VARIABLE, "");
        if (named.isBlank()) {
            return placeOf(tlc2.TLC.class);
        }
        Path jar = Path.of(named);
        String problem = Files.isRegularFile(jar) ? without(jar) : "is no file";
        if (!problem.isEmpty()) {
            throw new InputException(
                    JAR_VARIABLE
                            + " is "
                            + named
                            + ", which "
                            + problem
                            + ": correct or unset it");
        }
        return jar;
    }

    /** What this file lacks to be a jar of TLC; empty if nothing. */
    private static String without(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("tlc2/TLC.class") == null ? "has no tlc2/TLC.class in it" : "";
        } catch (ZipException e) {
            return "is no jar";
        } catch (IOException e) {
            return "can't be read";
        }
    }

    /**
     * Runs TLC and waits for it.
     *
     * @throws InterruptedException if the thread is interrupted; TLC is stopped then
     */
    public Result run(Job job, Watcher watcher) throws InterruptedException {
        long start = System.nanoTime();
        Path scratch = job.scratch().toAbsolutePath();
        try {
            TlcOutput output = new TlcOutput(TlcConfig.read(job.config()).properties());
            Files.deleteIfExists(job.log());
            ToolProcess.delete(scratch);
            Path temporary = Files.createDirectories(scratch.resolve("tmp"));
            Path reached = scratch.resolve("reached");
            List<String> command = command(job, scratch, temporary, reached);
            int exit =
                    ToolProcess.run(
                            command,
                            ToolProcess.parent(job.module()),
                            Map.of(),
                            job.log(),
                            job.limit(),
                            line -> {
                                output.line(line);
                                watcher.progress(output);
                            });
            Outcome outcome =
                    exit == ToolProcess.STOPPED
                            ? new Failed("stopped after " + job.limit().toSeconds() + " s")
                            : output.verdict(exit, job.simulation().isEmpty());
            List<String> lines = List.of();
            if (job.measured() != null && !(outcome instanceof Failed)) {
                if (Files.exists(reached)) {
                    lines = Files.readAllLines(reached);
                } else {
                    outcome = new Failed("this TLC (" + jar + ") does not tell its coverage");
                }
            }
            return new Result(outcome, output, since(start), lines);
        } catch (IOException e) {
            return new Result(
                    new Failed("TLC can't be run: " + e.getMessage()),
                    new TlcOutput(List.of()),
                    since(start),
                    List.of());
        } finally {
            ToolProcess.delete(scratch);
        }
    }

    private List<String> command(Job job, Path scratch, Path temporary, Path reached) {
        List<String> command = new ArrayList<>();
        command.add(ToolProcess.java());
        // As fast as the parallel collector for one thread, with a tenth of the memory.
        command.add(workers == 1 ? "-XX:+UseSerialGC" : "-XX:+UseParallelGC");
        if (job.seconds() < SHORT_SECONDS) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-DTLA-Library=" + joined(library.stream()));
        command.addAll(options);
        Measured measured = job.measured();
        if (measured == null) {
            command.addAll(List.of("-cp", jar.toString(), "tlc2.TLC"));
        } else {
            command.add("-D" + CoverageProbe.SPEC + "=" + measured.spec());
            command.add("-D" + CoverageProbe.MODULES + "=" + String.join(",", measured.modules()));
            command.add("-D" + CoverageProbe.FILE + "=" + reached);
            // The jar first: what it brings of its own must win over what this class path has.
            String path = joined(Stream.of(jar, placeOf(CoverageProbe.class)));
            command.addAll(List.of("-cp", path, CoverageProbe.class.getName()));
            // Minutes until TLC prints its coverage: it need not.
            command.addAll(List.of("-coverage", "10000"));
        }
        command.addAll(List.of("-tool", "-metadir", scratch.resolve("states").toString()));
        command.addAll(List.of("-fp", "0", "-workers", Integer.toString(workers)));
        command.addAll(job.simulation());
        command.addAll(List.of("-config", job.config().toAbsolutePath().toString()));
        command.add(job.module().toAbsolutePath().toString());
        return command;
    }

    private static String joined(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    /** The jar or folder of the class path from which a class came. */
    public static Path placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException(type + " has no place on the class path");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A duration in seconds with one digit after the point, as it is printed everywhere. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
