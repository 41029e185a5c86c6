package org.quittance.report;

import java.util.List;
import org.quittance.models.ModelResults;

/** The tables of models, mutants and symbolic checks, and of the properties. */
final class ModelSection {

    private ModelSection() {}

    static void write(Html html, Report report) {
        if (!report.results().isEmpty()) {
            html.open("section", "id", "models").element("h2", "Models");
            html.element("p", "Each model fixes bounds, and the checker looks at every state within"
                    + " them. Result and number of distinct states are registered beforehand: any"
                    + " other outcome fails.");
            for (ModelResults results : report.results()) {
                results(html, results);
            }
            html.close();
        }
        if (!report.properties().isEmpty()) {
            properties(html, report.properties());
        }
    }

    static long distinct(ModelResults.Check check) {
        Long distinct = check.distinct();
        return distinct == null ? 0 : distinct;
    }

    private static void results(Html html, ModelResults results) {
        html.element("h3", title(results));
        html.element("p", results.tool() + ", " + Words.seconds(results.seconds()) + ", selection: "
                + results.selection(), "class", "muted small");
        results.problems().forEach(problem ->
                html.open("p").element("strong", "Problem: ").text(problem).close());
        html.open("table", "class", "cards models", "role", "table");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String head : List.of("Name", "Bounds or change", "Result")) {
            html.element("th", head, "scope", "col", "role", "columnheader");
        }
        for (String head : List.of("Distinct states", "Time")) {
            html.element("th", head, "scope", "col", "role", "columnheader", "class", "number");
        }
        html.close().close().open("tbody", "role", "rowgroup");
        results.checks().forEach(check -> row(html, check));
        html.close().close();
        holes(html, results);
    }

    private static String title(ModelResults results) {
        return switch (results.kind()) {
            case MODELS -> "Model checking";
            case MUTANTS -> "Mutants: specs broken on purpose, each of which must be found out";
            case SYMBOLIC -> "Symbolic checks";
        };
    }

    private static void row(Html html, ModelResults.Check check) {
        html.open("tr", "role", "row");
        html.open("th", "scope", "row", "role", "rowheader").name(check.name());
        html.element("div", check.spec(), "class", "muted small").close();
        html.open("td", "data-label", "Bounds or change", "role", "cell").text(check.what());
        if (!check.properties().isEmpty()) {
            html.element("div", "checks " + String.join(", ", check.properties()),
                    "class", "muted small");
        }
        html.close();
        html.open("td", "data-label", "Result", "role", "cell");
        html.open("span", "class", "badge " + Status.of(check.ok()).style())
                .name(check.result()).close();
        html.element("div", check.ok() ? "as expected"
                : "expected: " + check.expect() + "; " + check.reason(), "class", "muted small");
        html.close();
        Long distinct = check.distinct();
        Long expected = check.expectedDistinct();
        String states = distinct == null ? "not counted" : Words.number(distinct);
        if (distinct != null && expected != null && !expected.equals(distinct)) {
            states += " instead of " + Words.number(expected);
        }
        cell(html, "Distinct states", states, "number");
        cell(html, "Time", Words.seconds(check.seconds()), "number");
        html.close();
    }

    private static void cell(Html html, String label, String text, String style) {
        html.element("td", text, "data-label", label, "role", "cell", "class", style);
    }

    private static void holes(Html html, ModelResults results) {
        List<ModelResults.Coverage> holes = results.coverage().stream()
                .filter(place -> !place.covered()).toList();
        if (results.coverage().isEmpty()) {
            return;
        }
        html.element("p", Words.count(results.coverage().size() - holes.size(), "place")
                + " in the actions of the specs reached by some model"
                + (holes.isEmpty() ? ", none left out." : "; not reached:"), "class", "small");
        if (!holes.isEmpty()) {
            html.open("ul", "class", "small");
            for (ModelResults.Coverage hole : holes) {
                html.element("li", hole.spec() + ": " + hole.place()
                        + (hole.excuse().isEmpty() ? " (no reason given)" : ": " + hole.excuse()));
            }
            html.close();
        }
    }

    private static void properties(Html html, List<Report.PropertyRow> rows) {
        html.open("section", "id", "properties").element("h2", "Properties");
        html.element("p", "What each property says, and where it is checked: on all states of the"
                + " models named, and at every step of the simulated run.");
        html.open("table", "class", "cards", "role", "table");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String head : List.of("Property", "Meaning", "Models", "Simulator")) {
            html.element("th", head, "scope", "col", "role", "columnheader");
        }
        html.close().close().open("tbody", "role", "rowgroup");
        for (Report.PropertyRow row : rows) {
            html.open("tr", "role", "row");
            html.open("th", "scope", "row", "role", "rowheader").name(row.name()).close();
            cell(html, "Meaning", row.meaning(), "");
            cell(html, "Models",
                    row.models().isEmpty() ? "none" : String.join(", ", row.models()), "");
            cell(html, "Simulator", row.simulated() ? "every step" : "no", "");
            html.close();
        }
        html.close().close().close();
    }
}
