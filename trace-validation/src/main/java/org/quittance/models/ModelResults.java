package org.quittance.models;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one run of checks gave, as written to {@code models.json}, {@code mutants.json} and {@code
 * symbolic.json} in the output folder, and read from there by the report.
 *
 * @param format the version of this format, {@link #FORMAT}
 * @param kind what was run
 * @param selection what was chosen from the manifest: a tier, or the name of one entry
 * @param tool name and version of the checker, or "none" if nothing was run
 * @param started when the run began, ISO-8601 in UTC, to the second
 * @param seconds time the run took
 * @param ok whether nothing failed; a check that was not run is neither ok nor failed
 * @param checks one per check that was run, in the order of the manifest
 * @param coverage the actions of the specs and their parts; empty where coverage is not measured
 * @param notRun what was chosen and could not be run
 * @param problems what else failed the run, one line each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelResults(
        int format,
        Kind kind,
        String selection,
        String tool,
        String started,
        double seconds,
        boolean ok,
        List<Check> checks,
        List<Coverage> coverage,
        List<NotRun> notRun,
        List<String> problems) {

    public static final int FORMAT = 1;

    /** The three commands that write results. */
    public enum Kind {
        MODELS,
        MUTANTS,
        SYMBOLIC;

        /** The name of the file of a whole run. */
        public String file() {
            return name().toLowerCase(Locale.ROOT) + ".json";
        }
    }

    /**
     * One check of one model, mutant or symbolic entry.
     *
     * @param name its name in the manifest
     * @param spec the spec that it is about
     * @param what the bounds of a model, or what a mutant breaks, in plain words
     * @param properties the invariants and other properties that it checks, by name
     * @param expect "holds" or "violates NAME"
     * @param result "holds", "violates NAME" or "error"
     * @param distinct distinct states found, if the tool counts them
     * @param expectedDistinct the registered number of them, if there is one
     * @param generated states generated, with repetitions, if the tool counts them
     * @param depth length of the longest shortest path from an initial state, if the tool tells it
     * @param seconds time that the check took
     * @param expectedSeconds the registered time
     * @param ok whether it ended as registered
     * @param reason why it is not ok; empty if it is
     * @param log the tool's output, relative to the output folder
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Check(
            String name,
            String spec,
            String what,
            List<String> properties,
            String expect,
            String result,
            @Nullable Long distinct,
            @Nullable Long expectedDistinct,
            @Nullable Long generated,
            @Nullable Long depth,
            double seconds,
            double expectedSeconds,
            boolean ok,
            String reason,
            String log) {}

    /**
     * Whether the models of a spec reached an action of it, or a part of one.
     *
     * @param spec the spec
     * @param place the name of an action, or "Operator: text" of a part of one or of an operator
     *     that actions use
     * @param action whether it is an action
     * @param states for an action, the states found by it, over all models, with repetitions; else
     *     0
     * @param covered whether some model reached it
     * @param excuse the registered reason why no model does; empty without one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Coverage(
            String spec,
            String place,
            boolean action,
            long states,
            boolean covered,
            String excuse) {}

    /**
     * A check that could not be run at all.
     *
     * @param name its name in the manifest
     * @param spec the spec that it is about
     * @param what the bounds in plain words
     * @param reason why, in one line
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NotRun(String name, String spec, String what, String reason) {}
}
