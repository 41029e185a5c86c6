package org.quittance.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Outcome.Holds;

/**
 * What {@code specs/models.json} registers: every check, how it must end, and how long it takes.
 *
 * @param specs the folder of the specs; all paths in the manifest are relative to it
 */
public record Manifest(
        Path specs,
        List<Model> models,
        List<Symbolic> symbolic,
        List<Mutant> mutants,
        List<Uncovered> uncovered) {

    public static final String FILE = "models.json";

    /** When a check is run. The nightly tier runs the everyday checks too. */
    public enum Tier {
        EVERYDAY,
        NIGHTLY;

        public boolean includes(Tier other) {
            return other.compareTo(this) <= 0;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One run of a tool on one module. */
    public sealed interface Entry {
        String name();

        /** The spec that it is about. */
        String spec();

        /** What is special about it, in plain words. */
        String what();

        Outcome expect();

        /** Registered time in seconds on 2 cores. Ten times as much is a hang. */
        double seconds();
    }

    /**
     * A model for TLC.
     *
     * @param mode whether all states are checked, or runs are drawn at random
     * @param distinct the number of distinct states; absent for random runs
     * @param measured whether the everyday tier measures coverage on it
     * @param traces how many random runs; 0 when all states are checked
     * @param depth how many steps a random run has; 0 when all states are checked
     */
    public record Model(
            String name,
            String spec,
            String module,
            String config,
            Tier tier,
            String what,
            Mode mode,
            Outcome expect,
            @Nullable Long distinct,
            double seconds,
            boolean measured,
            int traces,
            int depth)
            implements Entry {}

    public enum Mode {
        CHECK,
        SIMULATE
    }

    /**
     * A spec broken on purpose.
     *
     * @param spec the spec that it is a variant of
     * @param rule the rule that is broken
     */
    public record Mutant(
            String name,
            String spec,
            String rule,
            String module,
            String config,
            String what,
            Outcome expect,
            double seconds)
            implements Entry {}

    /**
     * A check for Apalache.
     *
     * @param cinit the operator that initializes the constants, if there is one
     * @param inv the invariant; empty for a type check
     * @param length number of steps of a bounded check
     * @param from for an inductive check, the operator that gives any state of the invariant, or
     *     the invariant itself if its own conjuncts do
     * @param implied for an inductive check, what follows from the invariant
     */
    public record Symbolic(
            String name,
            String spec,
            String module,
            Kind kind,
            Tier tier,
            String what,
            @Nullable String cinit,
            String init,
            String next,
            String inv,
            int length,
            String from,
            List<String> implied,
            Outcome expect,
            double seconds)
            implements Entry {}

    public enum Kind {
        TYPECHECK,
        BOUNDED,
        INDUCTIVE
    }

    /**
     * Part of a spec that no model reaches, for a reason.
     *
     * @param what an action, or "Operator: text", as the coverage table shows it
     */
    public record Uncovered(String spec, String what, String reason) {}

    /** The models that a tier runs. */
    public List<Model> modelsOf(Tier tier) {
        return models.stream().filter(m -> tier.includes(m.tier())).toList();
    }

    /** The symbolic checks that a tier runs. */
    public List<Symbolic> symbolicOf(Tier tier) {
        return symbolic.stream().filter(s -> tier.includes(s.tier())).toList();
    }

    Stream<Entry> entries() {
        return Stream.of(models, symbolic, mutants).flatMap(List::stream);
    }

    Path path(String relative) {
        return specs.resolve(relative);
    }

    static final Outcome HOLDS = new Holds();
}
