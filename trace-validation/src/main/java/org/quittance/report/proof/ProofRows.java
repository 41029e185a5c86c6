package org.quittance.report.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.models.ModelResults;
import org.quittance.models.ModelResults.Check;

/** Makes the rows of a rung of what its run printed. */
final class ProofRows {

    private static final String HOLDS = "holds";
    private static final List<String> SOLVERS = List.of("z3", "cvc5");

    private ProofRows() {}

    /** Rung 1: a row for each property, of all models of which it was checked. */
    static List<ProofRow> explicit(ModelResults results) {
        SortedMap<String, List<Check>> byProperty = new TreeMap<>();
        for (Check check : results.checks()) {
            for (String property : check.properties()) {
                byProperty.computeIfAbsent(property, p -> new ArrayList<>()).add(check);
            }
        }
        List<ProofRow> rows = new ArrayList<>();
        byProperty.forEach((property, checks) -> rows.add(explicit(property, checks)));
        return rows;
    }

    private static ProofRow explicit(String property, List<Check> checks) {
        List<Check> holding = checks.stream().filter(c -> c.expect().equals(HOLDS)).toList();
        String violates = "violates " + property;
        long controls = checks.stream().filter(c -> c.expect().equals(violates)).count();
        Check widest = (holding.isEmpty() ? checks : holding).stream()
                .max(Comparator.comparingLong(ProofRows::states)).orElseThrow();
        String others = holding.size() > 1 ? "; and " + (holding.size() - 1) + " more" : "";
        return new ProofRow(
                1,
                property,
                widest.name() + ": " + widest.what() + ", " + states(widest) + " states" + others,
                result(checks, holding.size(), controls),
                seconds(checks),
                checks.size() == 1 ? "make specs MODEL=" + widest.name() : "make specs");
    }

    @Pure
    private static long states(Check check) {
        Long distinct = check.distinct();
        return distinct == null ? 0 : distinct;
    }

    private static String result(List<Check> checks, int holding, long controls) {
        if (checks.stream().anyMatch(check -> !check.ok())) {
            return "FAILED";
        }
        String control = controls == 0 ? "" : "violated in " + controls + " as it must be";
        if (holding == 0) {
            return controls == 0 ? "not decided" : control;
        }
        return HOLDS + (controls == 0 ? "" : ", " + control);
    }

    /** Rung 2: a row for each check but those of types, which are one. */
    static List<ProofRow> symbolic(ModelResults results) {
        List<ProofRow> rows = new ArrayList<>();
        List<Check> types = new ArrayList<>();
        for (Check check : results.checks()) {
            if (check.properties().isEmpty()) {
                types.add(check);
            } else {
                rows.add(new ProofRow(2, String.join("`, `", check.properties()),
                        check.name() + ": " + check.what(), result(check), check.seconds(),
                        "make symbolic"));
            }
        }
        if (!types.isEmpty()) {
            rows.add(new ProofRow(2, "types", "all " + types.size() + " modules",
                    types.stream().allMatch(Check::ok) ? HOLDS : "FAILED", seconds(types),
                    "make symbolic"));
        }
        return rows;
    }

    private static String result(Check check) {
        if (!check.ok()) {
            return "FAILED";
        }
        return check.expect().equals(HOLDS) ? HOLDS : "violated as it must be";
    }

    private static double seconds(List<Check> checks) {
        return checks.stream().mapToDouble(Check::seconds).sum();
    }

    /** Rung 3: a row for each layer and what it shows, of all of its conditions. */
    static List<ProofRow> unbounded(JsonNode results) {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (JsonNode row : results.required("conditions")) {
            String key = row.required("layer").asText() + " " + row.required("goal").asText();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return groups.values().stream().map(ProofRows::unbounded).toList();
    }

    private static ProofRow unbounded(List<JsonNode> group) {
        boolean ok = group.stream().allMatch(row -> row.required("problem").asText().isEmpty());
        boolean holds = group.stream()
                .allMatch(row -> row.required("expected").asText().equals("unsat"));
        double millis = 0;
        for (JsonNode row : group) {
            for (String solver : SOLVERS) {
                millis += row.required(solver).required("millis").asDouble();
            }
        }
        String conditions = group.size() + (group.size() == 1 ? " condition" : " conditions");
        return new ProofRow(
                3,
                group.get(0).required("goal").asText(),
                "any number; " + group.get(0).required("layer").asText() + ", " + conditions,
                ok ? (holds ? HOLDS : "possible, as it must be") : "FAILED",
                millis / 1000,
                "make proofs");
    }
}
