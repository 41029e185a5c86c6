package org.quittance.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a table: {@code Main REGEX TIME RESULTS}. An empty regex means
 * all, TIME is how long each of the {@value #ROUNDS} rounds takes, as in {@code 2s}; before them
 * are {@value #WARMUP} more. RESULTS is the JSON file to write.
 */
public final class Main {

    private static final int ROUNDS = 10;
    private static final int WARMUP = 5;
    private static final int NEEDS_UNSAFE_FLAG = 24;

    private Main() {}

    /** Runs the benchmarks. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: Main REGEX TIME RESULTS");
        }
        Path results = Path.of(args[2]);
        Files.createDirectories(results.toAbsolutePath().getParent());
        Collection<RunResult> done = run(args[0], TimeValue.fromString(args[1]), results);
        System.out.println();
        System.out.print(Table.of(done));
        System.out.println("All of it, in JMH's format: " + results);
    }

    private static Collection<RunResult> run(String regex, TimeValue time, Path results)
            throws RunnerException {
        Options options = new OptionsBuilder()
                .include(regex.isEmpty() ? "org.quittance.bench" : regex)
                .forks(1)
                .warmupIterations(WARMUP)
                .warmupTime(time)
                .measurementIterations(ROUNDS)
                .measurementTime(time)
                .jvmArgsAppend(jvmArguments().toArray(String[]::new))
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString())
                .build();
        return new Runner(options).run();
    }

    /**
     * Chronicle, with which exchange-core reads its symbols, looks into the JDK; Disruptor and
     * others use what Java warns of from JDK 24 on.
     */
    static List<String> jvmArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xms4g", "-Xmx4g", "-XX:+UseParallelGC",
                "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dchronicle.analytics.disable=true"));
        if (Runtime.version().feature() >= NEEDS_UNSAFE_FLAG) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments;
    }
}
