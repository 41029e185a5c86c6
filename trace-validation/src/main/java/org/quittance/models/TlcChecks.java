package org.quittance.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Manifest.Entry;
import org.quittance.models.Manifest.Mode;
import org.quittance.models.Manifest.Model;
import org.quittance.models.Manifest.Mutant;
import org.quittance.models.ModelResults.Check;
import org.quittance.models.Outcome.Failed;

/**
 * Checks entries of a manifest with TLC.
 *
 * @param manifest where the entries are from
 * @param settings how to run
 */
record TlcChecks(Manifest manifest, Tlc tlc, ModelRunner.Settings settings) {

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(60);
    private static final int PATIENCE = 10;

    /** The same random runs every time. */
    private static final String SEED = "1";

    /**
     * A check that was done.
     *
     * @param hasResult whether the tool gave an answer
     * @param version of the tool
     * @param measured whether coverage was to be measured
     * @param reached what it reached of its spec, if that was measured
     */
    record Done(
            Check check,
            boolean hasResult,
            String version,
            boolean measured,
            List<String> reached) {}

    /**
     * Checks entries, a few at a time, and prints each result.
     *
     * @param measuring tells for each entry whether coverage is measured
     * @return the results in the order of the entries
     */
    List<Done> run(
            List<? extends Entry> entries, Function<Entry, Tlc.@Nullable Measured> measuring)
            throws InterruptedException {
        try (Progress progress = new Progress(settings.console()).start()) {
            return SideBySide.run(
                    List.<Entry>copyOf(entries),
                    settings.parallel(),
                    Entry::seconds,
                    entry -> check(entry, measuring.apply(entry), progress),
                    (entry, done) -> progress.print(Reports.line(done.check())));
        }
    }

    private Done check(Entry entry, Tlc.@Nullable Measured measured, Progress progress)
            throws InterruptedException {
        progress.begin(entry.name());
        Path log = Path.of("log", entry.name() + ".txt");
        Tlc.Job job = job(entry, measured, settings.out().resolve(log));
        Tlc.Result result =
                tlc.run(job, output -> progress.found(entry.name(), output.distinct()));
        progress.end(entry.name());
        TlcOutput output = result.output();
        Long registered = entry instanceof Model model ? model.distinct() : null;
        String reason =
                Verdict.reason(entry.expect(), result.outcome(), registered, output.distinct());
        Check check =
                new Check(
                        entry.name(),
                        entry.spec(),
                        entry.what(),
                        properties(job.config()),
                        entry.expect().toString(),
                        result.outcome().toString(),
                        output.distinct(),
                        registered,
                        output.generated(),
                        output.depth(),
                        result.time().toMillis() / 1000.0,
                        entry.seconds(),
                        reason.isEmpty(),
                        reason,
                        log.toString());
        return new Done(
                check,
                !(result.outcome() instanceof Failed),
                output.version(),
                measured != null,
                result.reached());
    }

    private Tlc.Job job(Entry entry, Tlc.@Nullable Measured measured, Path log) {
        String module;
        String config;
        List<String> simulation = List.of();
        switch (entry) {
            case Model model -> {
                module = model.module();
                config = model.config();
                if (model.mode() == Mode.SIMULATE) {
                    String depth = Integer.toString(model.depth());
                    simulation =
                            List.of(
                                    "-simulate",
                                    "num=" + model.traces(),
                                    "-depth",
                                    depth,
                                    "-seed",
                                    SEED);
                }
            }
            case Mutant mutant -> {
                module = mutant.module();
                config = mutant.config();
            }
            case Manifest.Symbolic symbolic ->
                    throw new IllegalArgumentException(symbolic.name() + " is not for TLC");
        }
        return new Tlc.Job(
                manifest.path(module),
                manifest.path(config),
                simulation,
                entry.seconds(),
                limit(entry),
                measured,
                log,
                settings.out().resolve("scratch").resolve(entry.name()));
    }

    /** When a check counts as hung. */
    static Duration limit(Entry entry) {
        Duration patience = Duration.ofMillis((long) (entry.seconds() * PATIENCE * 1000));
        return patience.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : patience;
    }

    private static List<String> properties(Path config) {
        try {
            return Files.exists(config) ? TlcConfig.read(config).all() : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
