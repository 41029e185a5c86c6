package org.quittance.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Manifest.Entry;
import org.quittance.models.Manifest.Model;
import org.quittance.models.Manifest.Tier;
import org.quittance.models.ModelResults.Check;
import org.quittance.models.ModelResults.Coverage;
import org.quittance.models.ModelResults.Kind;
import org.quittance.models.TlcChecks.Done;

/** Runs models and mutants with TLC, prints the results, and writes them to a file. */
public final class ModelRunner {

    /**
     * How to run.
     *
     * @param specs the folder of the specs, with the manifest in it
     * @param out the folder that gets results and logs
     * @param parallel how many models are checked at a time
     * @param workers threads of each
     * @param options options for TLC's JVM
     * @param console gets progress and tables
     */
    public record Settings(
            Path specs,
            Path out,
            int parallel,
            int workers,
            List<String> options,
            PrintWriter console) {}

    private final Settings settings;
    private final Manifest manifest;
    private final Inventory inventory;
    private final TlcChecks checks;

    /**
     * A runner for what a manifest registers.
     *
     * @throws InputException if there is no manifest, or it is wrong
     */
    public ModelRunner(Settings settings) {
        this.settings = settings;
        this.manifest = ManifestReader.read(settings.specs());
        this.inventory = new Inventory(manifest);
        List<Path> library = inventory.library();
        Path jar = Tlc.findJar(System.getenv());
        Tlc tlc = new Tlc(jar, library, settings.workers(), settings.options());
        this.checks = new TlcChecks(manifest, tlc, settings);
    }

    /**
     * Runs the models of a tier, with their coverage.
     *
     * @throws InputException if there are none
     */
    public ModelResults models(Tier tier) throws IOException, InterruptedException {
        List<Model> models = manifest.modelsOf(tier);
        if (models.isEmpty()) {
            throw new InputException(
                    manifest.path(Manifest.FILE) + " registers no model of the tier " + tier);
        }
        Run run = new Run(Kind.MODELS, tier.toString());
        run.checks.addAll(checks.run(models, this::measured));

        CoverageTable coverage =
                new CoverageTable(new SpecText(inventory.library()), manifest.uncovered());
        boolean complete = true;
        for (Done done : run.checks) {
            if (done.measured() && done.hasResult()) {
                coverage.add(done.check().spec(), done.reached());
            }
            complete &= done.hasResult() || !done.measured();
        }
        List<String> problems = new ArrayList<>(inventory.problems());
        if (complete) {
            problems.addAll(coverage.problems());
        } else {
            problems.add("coverage is not judged, since a model that is measured gave no result");
        }
        return run.finish(Kind.MODELS.file(), coverage.rows(), problems);
    }

    /**
     * Runs models of whatever tiers, without coverage: a part can't tell what all leave out.
     *
     * @param selection which these are, in words
     * @throws InputException if there are none, or one is not registered
     */
    public ModelResults models(List<String> names, String selection)
            throws IOException, InterruptedException {
        List<Model> models =
                manifest.models().stream().filter(model -> names.contains(model.name())).toList();
        if (models.isEmpty() || models.size() < names.size()) {
            throw new InputException(
                    manifest.path(Manifest.FILE) + " does not register all of " + names);
        }
        Run run = new Run(Kind.MODELS, selection);
        run.checks.addAll(checks.run(models, entry -> null));
        return run.finish(Kind.MODELS.file(), List.of(), inventory.problems());
    }

    /**
     * Runs one model of whatever tier, without coverage.
     *
     * @throws InputException if there is none of this name
     */
    public ModelResults model(String name) throws IOException, InterruptedException {
        return one(Kind.MODELS, manifest.models(), name, "model");
    }

    /**
     * Runs all mutants.
     *
     * @throws InputException if there are none
     */
    public ModelResults mutants() throws IOException, InterruptedException {
        if (manifest.mutants().isEmpty()) {
            throw new InputException(manifest.path(Manifest.FILE) + " registers no mutant");
        }
        Run run = new Run(Kind.MUTANTS, "all");
        run.checks.addAll(checks.run(manifest.mutants(), entry -> null));
        return run.finish(Kind.MUTANTS.file(), List.of(), inventory.problemsWithMutants());
    }

    /**
     * Runs one mutant.
     *
     * @throws InputException if there is none of this name
     */
    public ModelResults mutant(String name) throws IOException, InterruptedException {
        return one(Kind.MUTANTS, manifest.mutants(), name, "mutant");
    }

    private ModelResults one(Kind kind, List<? extends Entry> entries, String name, String noun)
            throws IOException, InterruptedException {
        List<? extends Entry> named =
                entries.stream().filter(entry -> entry.name().equals(name)).toList();
        if (named.isEmpty()) {
            String all = entries.stream().map(Entry::name).collect(Collectors.joining(", "));
            throw new InputException(
                    manifest.path(Manifest.FILE)
                            + " registers no "
                            + noun
                            + " "
                            + name
                            + "; it has "
                            + all);
        }
        Run run = new Run(kind, name);
        run.checks.addAll(checks.run(named, entry -> null));
        return run.finish(noun + "-" + name + ".json", List.of(), List.of());
    }

    /** Coverage is measured on everyday models: nightly ones are large, and it costs time. */
    private Tlc.@Nullable Measured measured(Entry entry) {
        if (entry instanceof Model model && model.tier() == Tier.EVERYDAY && model.measured()) {
            List<String> modules =
                    inventory.specModules().stream().map(ManifestReader::moduleName).toList();
            return new Tlc.Measured(model.spec(), modules);
        }
        return null;
    }

    /** The results of one command as they come in. */
    private final class Run {

        private final Kind kind;
        private final String selection;
        private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        private final long start = System.nanoTime();
        private final List<Done> checks = new ArrayList<>();

        Run(Kind kind, String selection) {
            this.kind = kind;
            this.selection = selection;
        }

        ModelResults finish(String file, List<Coverage> coverage, List<String> problems)
                throws IOException {
            List<Check> all = checks.stream().map(Done::check).toList();
            ModelResults results =
                    new ModelResults(
                            ModelResults.FORMAT,
                            kind,
                            selection,
                            checks.stream()
                                    .map(Done::version)
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                            started.toString(),
                            (System.nanoTime() - start) / 1_000_000 / 1000.0,
                            problems.isEmpty() && all.stream().allMatch(Check::ok),
                            all,
                            coverage,
                            List.of(),
                            problems);
            Path written = ResultFiles.write(settings.out(), file, results);
            Reports.print(settings.console(), results, written);
            return results;
        }
    }
}
