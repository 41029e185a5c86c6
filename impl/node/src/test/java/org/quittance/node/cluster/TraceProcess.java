package org.quittance.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program that merges and validates traces, as a process of its own, since TLC keeps state for
 * as long as its JVM lives.
 */
public final class TraceProcess {

    private static final int MOST_SECONDS = 1_200;

    private TraceProcess() {}

    /**
     * Validates traces.
     *
     * @param directory where what it says goes: {@link #log(Path)}
     * @return 0 if all are accepted, 1 if not
     */
    public static int validate(Path directory, Path... traces) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "trace", "validate", "--out", directory.resolve("result").toString()));
        for (Path trace : traces) {
            arguments.add(trace.toString());
        }
        return run(directory, arguments);
    }

    /**
     * Runs it.
     *
     * @throws AssertionError with what it said if it ended with another status than 0 or 1
     */
    public static int run(Path directory, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "org.quittance.cli.Quittance"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(Path.of("../..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no verdict: " + Files.readString(log(directory)));
        }
        assertThat(process.exitValue()).as(Files.readString(log(directory))).isIn(0, 1);
        return process.exitValue();
    }

    /** What the last one said. */
    public static Path log(Path directory) {
        return directory.resolve("trace.log");
    }
}
