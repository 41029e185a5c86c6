package org.quittance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
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
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Main() {}

    /** Runs the benchmarks; exits with 2 if the arguments are no good, with 1 if one fails. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        Optional<String> fault = faultOf(args);
        if (fault.isPresent()) {
            err.println("bench: " + fault.get());
            return BAD_ARGUMENTS;
        }
        Path results = Path.of(args[2]);
        Files.createDirectories(results.toAbsolutePath().getParent());
        try {
            Collection<RunResult> done = run(args[0], TimeValue.fromString(args[1]), results);
            out.println();
            out.print(Table.of(done));
            out.println("All of it, in JMH's format: " + results);
            return 0;
        } catch (NoBenchmarksException e) {
            err.println("bench: no benchmark has a name in which " + args[0]
                    + " is found; give a part of one, or nothing for all");
            return BAD_ARGUMENTS;
        } catch (RunnerException e) {
            err.println("bench: a benchmark failed: " + e.getMessage());
            return FAILED;
        }
    }

    private static Optional<String> faultOf(String[] args) {
        if (args.length != 3) {
            return Optional.of("give three arguments: REGEX TIME RESULTS");
        }
        if (!args[1].matches("[1-9]\\d{0,5}(ms|s|m)")) {
            return Optional.of("the time of a round must be a number with ms, s or m, such as 2s,"
                    + " but is " + args[1]);
        }
        try {
            Pattern.compile(args[0]);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("this is no regular expression: " + args[0] + " ("
                    + e.getDescription() + ")");
        }
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
