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
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of the simulator, in a JVM of its own: this module knows it by its command line and by what
 * it writes only.
 *
 * @param trace the trace that it wrote
 * @param summary the summary that it wrote
 * @param seconds wall-clock time, the start of the JVM included
 */
record SimulatorRun(Path trace, Path summary, double seconds) {

    static final String MAIN = "org.quittance.sim.Main";
    private static final long TIMEOUT_SECONDS = 120;
    private static final int LAST_LINES = 3;

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
        Files.createDirectories(folder);
        clear(folder);
        Path log = folder.resolve("simulator.log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", classpath, main, "run",
                        "--seed", String.valueOf(seed), "--scenario", "demo",
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
        return new SimulatorRun(
                only(folder, "*.ndjson", ending + "trace", log),
                only(folder, "*.json", ending + "summary", log),
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

    private static Path only(Path folder, String glob, String complaint, Path log)
            throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                return file;
            }
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        throw new IOException(complaint + "; it said: " + String.join(" / ",
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }
}
