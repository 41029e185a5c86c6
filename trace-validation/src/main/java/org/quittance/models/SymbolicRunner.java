package org.quittance.models;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.quittance.models.Manifest.Kind;
import org.quittance.models.Manifest.Symbolic;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ModelResults.Check;
import org.quittance.models.ModelResults.NotRun;

/** Runs the symbolic checks with Apalache and writes the results. */
public final class SymbolicRunner {

    private static final String NO_TOOL = "none";

    private final ModelRunner.Settings settings;
    private final ApalacheFinder finder;
    private final Manifest manifest;
    private final Inventory inventory;

    /**
     * A runner for what a manifest registers, with the Apalache of this machine.
     *
     * @throws InputException if there is no manifest, or it is wrong
     */
    public SymbolicRunner(ModelRunner.Settings settings) {
        this(settings, ApalacheFinder.ofThisMachine());
    }

    SymbolicRunner(ModelRunner.Settings settings, ApalacheFinder finder) {
        this.settings = settings;
        this.finder = finder;
        this.manifest = ManifestReader.read(settings.specs());
        this.inventory = new Inventory(manifest);
    }

    /**
     * Runs the checks of a tier. Without Apalache all of them are listed as not run.
     *
     * @throws InputException if the tier has no checks, or APALACHE_HOME names no Apalache
     */
    public ModelResults run(Tier tier) throws IOException, InterruptedException {
        List<Symbolic> selected = manifest.symbolicOf(tier);
        if (selected.isEmpty()) {
            throw new InputException(
                    manifest.path(Manifest.FILE) + " registers no symbolic check of " + tier);
        }
        Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        List<String> problems = new ArrayList<>(inventory.problemsWithSymbolic());
        problems.addAll(untyped());

        String tool = NO_TOOL;
        List<Check> checks = List.of();
        List<NotRun> notRun = List.of();
        try (Progress progress = new Progress(settings.console()).start()) {
            ApalacheFinder.Found found = finder.find(progress);
            Path command = found.command();
            if (command == null) {
                notRun = notRun(selected, found.reason());
            } else {
                Path modules = Apalache.gather(inventory.library());
                try {
                    Apalache apalache = new Apalache(command, modules, settings.options());
                    tool = apalache.version(settings.out().resolve("log"));
                    if (!Apalache.isVersion(tool)) {
                        problems.add(
                                command
                                        + " does not tell its version, so that it may be something"
                                        + " else than Apalache: correct "
                                        + ApalacheFinder.HOME_VARIABLE
                                        + " or the PATH");
                    }
                    checks = checks(selected, apalache, progress);
                } finally {
                    ToolProcess.delete(modules);
                }
            }
        }
        ModelResults results =
                new ModelResults(
                        ModelResults.FORMAT,
                        ModelResults.Kind.SYMBOLIC,
                        tier.toString(),
                        tool,
                        started.toString(),
                        (System.nanoTime() - start) / 1_000_000 / 1000.0,
                        problems.isEmpty() && checks.stream().allMatch(Check::ok),
                        checks,
                        List.of(),
                        notRun,
                        problems);
        Path written =
                ResultFiles.write(
                        settings.out(), ModelResults.Kind.SYMBOLIC.file(), results);
        Reports.print(settings.console(), results, written);
        return results;
    }

    private static List<NotRun> notRun(List<Symbolic> selected, String reason) {
        return selected.stream()
                .map(check -> new NotRun(check.name(), check.spec(), check.what(), reason))
                .toList();
    }

    private List<Check> checks(List<Symbolic> selected, Apalache apalache, Progress progress)
            throws InterruptedException {
        return SideBySide.run(
                selected,
                settings.parallel(),
                Symbolic::seconds,
                check -> check(check, apalache, progress),
                (check, done) -> progress.print(Reports.line(done)));
    }

    private Check check(Symbolic entry, Apalache apalache, Progress progress)
            throws InterruptedException {
        progress.begin(entry.name());
        long start = System.nanoTime();
        Path log = Path.of("log", entry.name() + ".txt");
        Path traces = settings.out().resolve("apalache").resolve(entry.name());
        ToolProcess.delete(traces);
        ToolProcess.delete(settings.out().resolve(log));
        Outcome outcome =
                apalache.run(
                        entry,
                        TlcChecks.limit(entry),
                        settings.out().resolve(log),
                        traces);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        progress.end(entry.name());
        String reason = Verdict.reason(entry.expect(), outcome, null, null);
        return new Check(
                entry.name(),
                entry.spec(),
                entry.what(),
                properties(entry),
                entry.expect().toString(),
                outcome.toString(),
                null,
                null,
                null,
                null,
                time.toMillis() / 1000.0,
                entry.seconds(),
                reason.isEmpty(),
                reason,
                log.toString());
    }

    private static List<String> properties(Symbolic entry) {
        List<String> all = new ArrayList<>();
        if (!entry.inv().isEmpty()) {
            all.add(entry.inv());
        }
        all.addAll(entry.implied());
        return all;
    }

    /** Specs whose types nobody checks. */
    private List<String> untyped() {
        List<String> typed =
                manifest.symbolic().stream()
                        .filter(entry -> entry.kind() == Kind.TYPECHECK)
                        .map(Symbolic::module)
                        .toList();
        return inventory.specModules().stream()
                .filter(module -> !typed.contains(module))
                .map(
                        module ->
                                module
                                        + " has no type check: give it an entry of the kind"
                                        + " typecheck in "
                                        + Manifest.FILE)
                .toList();
    }
}
