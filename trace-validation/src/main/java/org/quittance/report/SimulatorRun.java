package org.quittance.report;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A run of the simulator, in a JVM of its own: this module knows it by its command line and by what
 * it writes only.
 *
 * @param trace the trace of ordering that it wrote
 * @param settlement the settlement trace of one replica; absent if it wrote none
 * @param system the trace of execution and attestation; absent if it wrote none
 * @param summary the summary that it wrote
 * @param seconds wall-clock time, the start of the JVM included
 */
record SimulatorRun(
        Path trace,
        @Nullable Path settlement,
        @Nullable Path system,
        Path summary,
        double seconds) {

    static final String MAIN = "org.quittance.sim.Main";
    /** The scenarios that the demo shows: ordering under faults, and a market. */
    static final String DEMO = "demo";
    static final String MARKET = "settlement-demo";

    private static final long TIMEOUT_SECONDS = 120;
    private static final int LAST_LINES = 3;
    private static final String TRACE = "*.ndjson";
    private static final String SETTLEMENT = "*.settlement.ndjson";
    private static final String SYSTEM = "*.system.ndjson";

    /**
     * Runs the scenario "demo". A violated property is no failure here: the summary tells of it.
     *
     * @param classpath the simulator's
     * @param main its main class, {@link #MAIN}
     * @param folder where its files go; traces that lie there already are deleted
     * @throws IOException if it can't be started, ends without a trace, or takes too long
     */
    static SimulatorRun start(String classpath, String main, long seed, Path folder)
            throws IOException, InterruptedException {
        return start(classpath, main, seed, DEMO, folder);
    }

    /** The same with another scenario. */
    static SimulatorRun start(
            String classpath, String main, long seed, String scenario, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        clear(folder);
        Path log = folder.resolve("simulator.log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", classpath, main, "run",
                        "--seed", String.valueOf(seed), "--scenario", scenario,
                        "--trace-dir", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the simulator did not end within " + TIMEOUT_SECONDS + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        String ending = "the simulator (status " + process.exitValue() + ") wrote no ";
        Path settlement = find(folder, SETTLEMENT);
        Path system = find(folder, SYSTEM);
        return new SimulatorRun(
                needed(find(folder, TRACE, settlement, system), ending + "trace", log),
                settlement,
                system,
                needed(find(folder, "*.json"), ending + "summary", log),
                seconds);
    }

    /** Deletes the traces and summaries of an earlier run, if there are any. */
    static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.{ndjson,json}")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    /** Whether that class is on that class path, in which "folder/*" stands for its jars. */
    static boolean isThere(String classpath, String main) throws IOException {
        List<URL> places = new ArrayList<>();
        for (String part : classpath.split(File.pathSeparator)) {
            if (part.equals("*") || part.endsWith("/*")) {
                Path folder = Path.of(part.substring(0, part.length() - 1));
                if (Files.isDirectory(folder)) {
                    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                        for (Path jar : jars) {
                            places.add(jar.toUri().toURL());
                        }
                    }
                }
            } else {
                places.add(Path.of(part).toUri().toURL());
            }
        }
        try (URLClassLoader loader = new URLClassLoader(places.toArray(URL[]::new), null)) {
            return loader.findResource(main.replace('.', '/') + ".class") != null;
        }
    }

    /** A file of that kind that is none of the others. */
    private static @Nullable Path find(Path folder, String glob, @Nullable Path... others)
            throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                if (Arrays.stream(others).noneMatch(other -> Objects.equals(other, file))) {
                    return file;
                }
            }
        }
        return null;
    }

    private static Path needed(@Nullable Path file, String complaint, Path log)
            throws IOException {
        if (file != null) {
            return file;
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        throw new IOException(complaint + "; it said: " + String.join(" / ",
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }
}
