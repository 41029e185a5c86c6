package org.quittance.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares trace validation here with that of other projects, on this machine, in one run. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = {
            "Validates traces of equal length with the trace specs that other projects publish,"
                    + " under the official TLC, and with Quittance, and prints tables.",
            "What the others publish is looked for in FOLDER: checkouts named raft, CCF, TwoPhase"
                    + " and KeyValueStore, tla2tools.jar and CommunityModules-deps.jar."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:compared; the tables say with what outcome",
            "1:a checker rejects a trace that is legal",
            "2:wrong use, or files can't be read or written",
            "3:not run, since something is missing in FOLDER",
            "70:a bug of this program"
        })
public final class Main implements Callable<Integer> {

    private static final int REJECTED = 1;
    private static final int NOT_RUN = 3;
    private static final int BUG = 70;

    /** Shorter ones have no room for the beginning of each run. */
    private static final int SHORTEST = 150;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER", arity = "0..1", description = "What others publish.")
    private @Nullable Path folder;

    @Option(
            names = "--trace", paramLabel = "FILE", required = true,
            description = "A recorded run of ours; its beginning is validated.")
    private Path trace;

    @Option(
            names = "--ours", paramLabel = "COMMAND",
            description = "How a trace is validated here, words with blanks between, with {trace}"
                    + " for the file and {scratch} for a folder; else by quittance trace"
                    + " validate.")
    private @Nullable String ours;

    @Option(
            names = "--lengths", paramLabel = "N", split = ",",
            defaultValue = "250,500,1000,2000,10000,100000",
            description = "How many events, ascending; ${DEFAULT-VALUE} if not given.")
    private List<Integer> lengths = new ArrayList<>();

    @Option(
            names = "--mutants", paramLabel = "N", defaultValue = "250",
            description = "Break traces of so many events; 0 for none.")
    private int mutants;

    @Option(
            names = "--limit", paramLabel = "SECONDS", defaultValue = "120",
            description = "At how much CPU time a run is stopped (${DEFAULT-VALUE} if not given);"
                    + " a checker that was stopped gets no longer trace.")
    private int limit;

    @Option(
            names = "--only", paramLabel = "REGEX", defaultValue = "",
            description = "Only checkers in whose name this is found.")
    private String only = "";

    @Option(
            names = "--out", paramLabel = "FILE", defaultValue = "target/peers.json",
            description = "Where results go as JSON; ${DEFAULT-VALUE} if not given.")
    private Path out;

    /** Set by picocli. */
    @SuppressWarnings("nullness:initialization.fields.uninitialized")
    Main() {}

    /** Compares, and ends the JVM with an exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((exception, arguments) -> {
                    exception.getCommandLine().getErr().println(
                            "peers: " + exception.getMessage() + " (see --help)");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, command, result) -> {
                    if (exception instanceof IOException
                            || exception instanceof UncheckedIOException) {
                        command.getErr().println(
                                "peers: can't read or write: " + exception.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    command.getErr().println("peers: a bug: " + exception);
                    return BUG;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter console = spec.commandLine().getOut();
        if (folder == null) {
            return notRun(List.of("say where the others are, as in PEERS=folder; it holds"
                    + " checkouts of them, see --help"));
        }
        PeerFolder others = new PeerFolder(folder);
        List<String> missing = others.missing();
        if (!missing.isEmpty()) {
            return notRun(missing);
        }
        check();
        Pattern chosen = Pattern.compile(only);
        List<Contender> contenders = new ArrayList<>(others.peers());
        for (boolean renumbers : List.of(false, true)) {
            contenders.add(new Ours(
                    renumbers ? "Quittance, steps renumbered" : "Quittance, recorded run",
                    PeerFolder.commit(Path.of("")), ourCommand(), trace.toAbsolutePath(),
                    renumbers));
        }
        Map<String, Object> about = ResultFile.machine();
        about.put("tlc", others.tlc());
        about.put("limitSeconds", limit);
        List<Comparison.Result> results = new ArrayList<>();
        Comparison comparison =
                new Comparison(lengths, mutants, Duration.ofSeconds(limit), console);
        for (Contender contender : contenders) {
            if (chosen.matcher(contender.name()).find()) {
                results.add(comparison.of(contender));
                ResultFile.write(out, about, results);
            }
        }
        console.println();
        Tables.of(results, lengths, limit).forEach(console::println);
        console.println();
        console.println(about(about, results));
        console.println("All of it: " + out);
        boolean wrong = results.stream().flatMap(result -> result.runs().stream())
                .anyMatch(run -> run.verdict().isNoticed());
        return wrong ? REJECTED : CommandLine.ExitCode.OK;
    }

    private int notRun(List<String> reasons) {
        PrintWriter err = spec.commandLine().getErr();
        reasons.forEach(reason -> err.println("peers: not run: " + reason));
        return NOT_RUN;
    }

    private void check() {
        if (!Files.isReadable(trace)) {
            throw wrong("--trace: there is no file " + trace + "; record a run first");
        }
        for (int i = 0; i < lengths.size(); i++) {
            if (lengths.get(i) < SHORTEST || i > 0 && lengths.get(i) <= lengths.get(i - 1)) {
                throw wrong("--lengths must ascend from " + SHORTEST + " on, but are " + lengths);
            }
        }
        if (mutants != 0 && mutants < SHORTEST) {
            throw wrong("--mutants must be 0, or " + SHORTEST + " or more, but is " + mutants);
        }
        if (limit < 1) {
            throw wrong("--limit must be at least 1, but is " + limit);
        }
        try {
            Pattern.compile(only);
        } catch (PatternSyntaxException e) {
            throw wrong("--only: " + e.getDescription() + "; give a part of a name");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private List<String> ourCommand() {
        if (ours != null) {
            return List.of(ours.strip().split("\\s+"));
        }
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path", ""),
                "org.quittance.cli.Quittance", "trace", "validate",
                "--out", Ours.SCRATCH, Ours.TRACE);
    }

    private static String about(Map<String, Object> about, List<Comparison.Result> results) {
        Map<String, String> commits = new LinkedHashMap<>();
        results.forEach(result -> commits.put(
                result.name().replaceFirst(", [^,]*run$", ""), result.version()));
        return about + ", commits " + commits;
    }
}
