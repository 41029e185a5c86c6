package org.quittance.report;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.ValidationResult;

/** Which actions of the specs accepted events took. */
final class CoverageSection {

    private CoverageSection() {}

    static void write(Html html, ValidationResult result, @Nullable Settling settling) {
        html.open("section", "id", "coverage").element("h2", "Coverage of the spec's actions");
        html.element("p", "The bars are to a square root scale.", "class", "small");
        coverage(html, result.spec(), result);
        if (SpecActions.of(result.spec()) == SpecActions.OF_CORRECT_REPLICAS) {
            html.element("p", SpecActions.BYZANTINE + ", what a Byzantine replica signs and sends,"
                    + " has no events of its own: it is taken where a correct replica first"
                    + " receives such a message.", "class", "small");
        }
        if (settling != null) {
            settling.checked().forEach(checked -> {
                html.element("h3", "The spec " + checked.spec());
                coverage(html, checked.spec(), checked.trace().result());
            });
        }
        html.close();
    }

    /** The actions that accepted events took, of those that correct replicas can take. */
    static List<String> covered(ValidationResult result) {
        return covered(result.spec(), result);
    }

    /** The same if the trace should be of this spec, and was perhaps not even read. */
    static List<String> covered(String spec, ValidationResult result) {
        return SpecActions.of(spec).stream()
                .filter(action -> result.actions().getOrDefault(action, 0) > 0).toList();
    }

    private static void coverage(Html html, String spec, ValidationResult result) {
        List<String> all = SpecActions.of(spec);
        html.element("p", "Accepted events took " + covered(spec, result).size() + " of the "
                + all.size() + " actions that a correct replica can take.");
        html.open("table", "role", "table").open("thead", "role", "rowgroup")
                .open("tr", "role", "row");
        html.element("th", "Action", "scope", "col", "role", "columnheader");
        html.element("th", "Events", "scope", "col", "role", "columnheader", "class", "number");
        html.open("th", "scope", "col", "role", "columnheader").close();
        html.close().close().open("tbody", "role", "rowgroup");
        int most = result.actions().values().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<String> rows = new ArrayList<>(all);
        result.actions().keySet().stream().filter(action -> !rows.contains(action)).sorted()
                .forEach(rows::add);
        rows.forEach(action ->
                row(html, action, result.actions().getOrDefault(action, 0), Math.max(1, most)));
        html.close().close();
    }

    private static void row(Html html, String action, int count, int most) {
        html.open("tr", "role", "row");
        html.open("th", "scope", "row", "role", "rowheader").text(action);
        if (action.equals(SpecActions.RECEIVE)) {
            html.element("span", " in traces only: a message arrives", "class", "muted small");
        }
        html.close();
        html.open("td", "role", "cell", "class", "number");
        if (count == 0) {
            html.element("span", "none", "class", "badge failed");
        } else {
            html.text(Words.number(count));
        }
        html.close().open("td", "role", "cell", "class", "wide");
        html.open("span", "class", "bar");
        if (count > 0) {
            long width = Math.round(100 * Math.sqrt((double) count / most));
            html.open("span", "style", "width:" + width + "%").close();
        }
        html.close().close().close();
    }
}
