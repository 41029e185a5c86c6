package org.quittance.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.quittance.models.Manifest.Uncovered;
import org.quittance.models.ModelResults.Coverage;

/**
 * What the models of each spec reached, taken together. A part of an operator that several actions
 * use is reached through any of them, also where these are actions of several specs, unless it
 * stands in the module of the spec itself.
 */
final class CoverageTable {

    /** Where a line of {@link CoverageProbe} has what. */
    private static final int ACTION = 0;

    private static final int OPERATOR = 1;
    private static final int MODULE = 2;
    private static final int PLACE = 3;
    private static final int COUNT = 7;

    /** An action or a part, with the actions in which it stands. */
    private static final class Row {
        private final String key;
        private final String module;
        private final String place;
        private final boolean action;
        private final Set<String> actions = new TreeSet<>();
        private long count;

        Row(String key, String module, String place, boolean action) {
            this.key = key;
            this.module = module;
            this.place = place;
            this.action = action;
        }
    }

    private final SpecText text;
    private final List<Uncovered> excuses;

    /** By spec, then by the location in it. */
    private final Map<String, Map<String, Row>> specs = new TreeMap<>();

    CoverageTable(SpecText text, List<Uncovered> excuses) {
        this.text = text;
        this.excuses = excuses;
    }

    /** Adds what one model reached of its spec. */
    void add(String spec, List<String> lines) {
        Map<String, Row> rows = specs.computeIfAbsent(spec, s -> new LinkedHashMap<>());
        for (String line : lines) {
            List<String> cells = List.of(line.split("\t", -1));
            boolean action = cells.get(OPERATOR).isEmpty();
            String key = String.join(" ", cells.subList(action ? ACTION : OPERATOR, COUNT));
            Row row =
                    rows.computeIfAbsent(
                            key, k -> new Row(k, cells.get(MODULE), place(rows, cells), action));
            row.actions.add(cells.get(ACTION));
            row.count += Long.parseLong(cells.get(COUNT));
        }
    }

    private String place(Map<String, Row> rows, List<String> cells) {
        if (cells.get(OPERATOR).isEmpty()) {
            return cells.get(ACTION);
        }
        int[] at = cells.subList(PLACE, COUNT).stream().mapToInt(Integer::parseInt).toArray();
        String place =
                cells.get(OPERATOR)
                        + ": "
                        + text.of(cells.get(MODULE), at[0], at[1], at[2], at[3]);
        String unique = place;
        for (int i = 2; isTaken(rows, unique); i++) {
            unique = place + " (" + i + ")";
        }
        return unique;
    }

    private static boolean isTaken(Map<String, Row> rows, String place) {
        return rows.values().stream().anyMatch(row -> row.place.equals(place));
    }

    /** Everything that counts, actions first. */
    List<Coverage> rows() {
        List<Coverage> actions = new ArrayList<>();
        List<Coverage> parts = new ArrayList<>();
        specs.forEach(
                (spec, rows) -> {
                    for (Row row : rows.values()) {
                        (row.action ? actions : parts)
                                .add(
                                        new Coverage(
                                                spec,
                                                row.place,
                                                row.action,
                                                row.action ? row.count : 0,
                                                isReached(spec, row),
                                                excuse(spec, row)));
                    }
                });
        actions.addAll(parts);
        return List.copyOf(actions);
    }

    private boolean isReached(String spec, Row row) {
        if (row.count > 0 || row.action || row.module.equals(spec)) {
            return row.count > 0;
        }
        return specs.values().stream()
                .map(rows -> rows.get(row.key))
                .anyMatch(same -> same != null && same.count > 0);
    }

    /** The reason registered for it or, for a part, for all the actions in which it stands. */
    private String excuse(String spec, Row row) {
        String own = excuse(spec, row.place);
        if (!own.isEmpty() || row.action || isReached(spec, row)) {
            return own;
        }
        List<String> ofActions = row.actions.stream().map(a -> excuse(spec, a)).toList();
        return ofActions.contains("") ? "" : ofActions.get(0);
    }

    private String excuse(String spec, String place) {
        return excuses.stream()
                .filter(e -> e.spec().equals(spec) && e.what().equals(place))
                .map(Uncovered::reason)
                .findFirst()
                .orElse("");
    }

    /**
     * What is wrong, one line each: what no model reaches without a registered reason, and reasons
     * that are not needed.
     */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        specs.forEach((spec, rows) -> problems.addAll(problems(spec, rows)));
        Map<String, Set<String>> places = new HashMap<>();
        rows().forEach(r -> places.computeIfAbsent(r.spec(), s -> new TreeSet<>()).add(r.place()));
        for (Uncovered excuse : excuses) {
            if (!places.getOrDefault(excuse.spec(), Set.of()).contains(excuse.what())) {
                problems.add(
                        excuse.spec()
                                + ": \"uncovered\" names \""
                                + excuse.what()
                                + "\", which the spec does not have: correct or remove the entry");
            }
        }
        return problems;
    }

    private List<String> problems(String spec, Map<String, Row> rows) {
        Set<String> taken = new TreeSet<>();
        rows.values().stream()
                .filter(row -> row.action && row.count > 0)
                .forEach(row -> taken.add(row.place));
        // An action that is never taken is one problem, not as many as it has parts.
        Predicate<Row> counts = row -> row.action || row.actions.stream().anyMatch(taken::contains);

        List<String> problems = new ArrayList<>();
        if (rows.isEmpty()) {
            problems.add(spec + ": no model that is measured has the Next of the spec itself");
        }
        for (Row row : rows.values()) {
            String excuse = excuse(spec, row);
            if (!isReached(spec, row) && excuse.isEmpty() && counts.test(row)) {
                String gap = row.action ? "takes the action \"" : "gets to \"";
                problems.add(spec + ": no model " + gap + row.place + "\"");
            } else if (isReached(spec, row) && !excuse.isEmpty()) {
                problems.add(
                        spec
                                + ": \"uncovered\" names \""
                                + row.place
                                + "\", which is covered: remove the entry");
            }
        }
        return problems;
    }
}
