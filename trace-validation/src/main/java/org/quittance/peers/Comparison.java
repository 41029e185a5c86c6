package org.quittance.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs checkers one after another, so that none disturbs the other, and notes what they used. */
final class Comparison {

    /**
     * A run of one length.
     *
     * @param events how many events the trace has
     * @param bytes how large it is
     */
    record Run(int events, long bytes, Verdict verdict, Meter.Usage usage) {

        /** Events for each second of processor time. */
        double speed() {
            return events / usage.cpuSeconds();
        }
    }

    /** What became of a mutant. */
    record Trial(String mutant, Verdict verdict, Meter.Usage usage) {}

    /**
     * All about one checker.
     *
     * @param runs those that were tried, by length; after one at the limit there is none
     * @param trials none if mutants were not tried
     */
    record Result(String name, String version, List<Run> runs, List<Trial> trials) {
        Result {
            runs = List.copyOf(runs);
            trials = List.copyOf(trials);
        }
    }

    private final List<Integer> lengths;
    private final int mutantLength;
    private final Duration limit;
    private final PrintWriter console;

    /**
     * A comparison.
     *
     * @param lengths of traces, ascending
     * @param mutantLength of traces that are broken, in events; 0 for none
     * @param limit of a single run
     */
    Comparison(List<Integer> lengths, int mutantLength, Duration limit, PrintWriter console) {
        this.lengths = List.copyOf(lengths);
        this.mutantLength = mutantLength;
        this.limit = limit;
        this.console = console;
    }

    /**
     * Lets one checker do everything.
     *
     * @throws IOException if traces can't be written or the checker can't be started
     * @throws InterruptedException if the thread is interrupted
     */
    Result of(Contender contender) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        boolean stopped = !contender.isTimed();
        for (int i = 0; i < lengths.size() && !stopped; i++) {
            List<String> trace = contender.trace(lengths.get(i));
            if (!trace.isEmpty()) {
                Run run = run(contender, trace, lengths.get(i));
                runs.add(run);
                say(contender, String.format(Locale.ROOT, "%,d events: %s, %.1f s of CPU",
                        run.events(), word(run.verdict()), run.usage().cpuSeconds()));
                stopped = run.verdict() == Verdict.STOPPED;
            }
        }
        List<Trial> trials = new ArrayList<>();
        List<String> whole = mutantLength == 0 ? List.of() : contender.trace(mutantLength);
        if (!whole.isEmpty()) {
            for (Mutants.Mutant mutant : Mutants.of(whole, contender.shape())) {
                Run run = run(contender, contender.broken(mutant.lines()), mutantLength);
                trials.add(new Trial(mutant.name(), run.verdict(), run.usage()));
                say(contender, mutant.name() + ": " + word(run.verdict()));
            }
        }
        return new Result(contender.name(), contender.version(), runs, trials);
    }

    private Run run(Contender contender, List<String> lines, int events)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("peers").toRealPath();
        try {
            Path trace = scratch.resolve("trace.ndjson");
            Files.write(trace, lines, StandardCharsets.UTF_8);
            Meter.Usage usage = Meter.run(
                    contender.command(trace, scratch), contender.folder(),
                    contender.environment(trace, scratch), limit);
            Verdict verdict = usage.stopped()
                    ? Verdict.STOPPED : contender.verdict(usage.status());
            return new Run(events, Files.size(trace), verdict, usage);
        } finally {
            delete(scratch);
        }
    }

    static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private void say(Contender contender, String what) {
        console.println(contender.name() + ": " + what);
        console.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
