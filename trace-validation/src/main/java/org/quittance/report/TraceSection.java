package org.quittance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.trace.EngineRun;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/** What the validation of the trace and of its broken copy came to, and which actions it took. */
final class TraceSection {

    private TraceSection() {}

    static void write(Html html, Report report) {
        TraceCheck trace = report.trace();
        if (trace == null) {
            return;
        }
        html.open("section", "id", "trace").element("h2", "Trace validation");
        html.element("p", "Every event of the trace names an action of the spec, its arguments and"
                + " the state after it. It is accepted if the spec allows exactly this step from"
                + " the state reached so far.");
        check(html, trace, true);
        TraceCheck control = report.control();
        if (control != null) {
            html.element("h3", "Negative control");
            html.element("p", "A check that accepts everything looks just like a correct program."
                    + " So the same trace, broken in one place, must be rejected at that place.");
            check(html, control, false);
        }
        html.close();
        coverage(html, trace.result());
    }

    private static void check(Html html, TraceCheck check, boolean linked) {
        ValidationResult result = check.result();
        html.open("p");
        HtmlReport.badge(html, Status.of(isAsExpected(check)));
        html.text(" " + check.what() + ": ").element("strong", result.verdict().words());
        html.text(ending(check)).close();
        if (!result.engines().isEmpty()) {
            engines(html, result);
        }
        Rejection rejection = result.rejection();
        if (rejection != null) {
            rejection(html, check, rejection, linked);
        }
        String problem = result.problem();
        if (problem != null) {
            html.open("div", "class", "rejection").element("p", problem).close();
        }
    }

    private static String ending(TraceCheck check) {
        Integer expected = check.expectedRejection();
        if (expected == null) {
            return ".";
        }
        return isAsExpected(check) ? ", as it must be."
                : ", but event " + Words.number(expected) + " must be rejected.";
    }

    /** Accepted by all engines, or rejected by all at the one event that was broken. */
    static boolean isAsExpected(TraceCheck check) {
        ValidationResult result = check.result();
        Integer expected = check.expectedRejection();
        Verdict wanted = expected == null ? Verdict.ACCEPTED : Verdict.REJECTED;
        if (result.verdict() != wanted || result.events() == 0 || result.engines().isEmpty()) {
            return false;
        }
        int accepted = expected == null ? result.events() : expected - 1;
        Rejection rejection = result.rejection();
        boolean place = expected == null
                || rejection != null && rejection.event() == expected.intValue();
        return place && result.engines().stream().allMatch(
                engine -> engine.verdict() == wanted && engine.accepted() == accepted);
    }

    private static void engines(Html html, ValidationResult result) {
        html.open("table", "class", "cards", "role", "table");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        html.element("th", "Way", "scope", "col", "role", "columnheader");
        html.element("th", "Verdict", "scope", "col", "role", "columnheader");
        for (String head : List.of("Events accepted", "States", "Time", "Events per second")) {
            html.element("th", head, "scope", "col", "role", "columnheader", "class", "number");
        }
        html.close().close().open("tbody", "role", "rowgroup");
        for (EngineRun engine : result.engines()) {
            html.open("tr", "role", "row").open("th", "scope", "row", "role", "rowheader");
            html.text(engine.engine()).text(" ");
            html.element("span", engine.tlc().replaceFirst("^(TLC2? )?Version ", "TLC "),
                    "class", "muted small").close();
            cell(html, "Verdict", engine.verdict().words(), "");
            cell(html, "Events accepted", Words.number(engine.accepted()) + " of "
                    + Words.number(result.events()), "number");
            cell(html, "States", Words.number(engine.states()), "number");
            cell(html, "Time", Words.seconds(engine.seconds()), "number");
            cell(html, "Events per second",
                    Words.number(Math.round(engine.eventsPerSecond())), "number");
            html.close();
        }
        html.close().close();
    }

    private static void cell(Html html, String label, String text, String style) {
        html.element("td", text, "data-label", label, "role", "cell", "class", style);
    }

    private static void rejection(
            Html html, TraceCheck check, Rejection rejection, boolean linked) {
        html.open("div", "class", isAsExpected(check) ? "rejection expected" : "rejection").open("p");
        String place = "event " + Words.number(rejection.event());
        html.text("Rejected: ");
        if (linked) {
            html.element("a", place, "href", "#event-" + rejection.event());
        } else {
            html.text(place);
        }
        html.text(", " + rejection.action() + " of replica " + rejection.node() + ", its step "
                + rejection.seq() + ", line " + rejection.line() + " of the file.").close();
        html.element("p", rejection.reason());
        html.open("pre").text(String.join("\n", rejection.message())).close();
        html.close();
    }

    /** The actions of correct replicas that accepted events took. */
    static List<String> covered(ValidationResult result) {
        return SpecActions.OF_CORRECT_REPLICAS.stream()
                .filter(action -> result.actions().getOrDefault(action, 0) > 0).toList();
    }

    private static void coverage(Html html, ValidationResult result) {
        html.open("section", "id", "coverage").element("h2", "Coverage of the spec's actions");
        int covered = covered(result).size();
        html.element("p", "Accepted events took " + covered + " of the "
                + SpecActions.OF_CORRECT_REPLICAS.size() + " actions that a correct replica can"
                + " take. The bars are to a square root scale.");
        html.open("table", "role", "table").open("thead", "role", "rowgroup")
                .open("tr", "role", "row");
        html.element("th", "Action", "scope", "col", "role", "columnheader");
        html.element("th", "Events", "scope", "col", "role", "columnheader", "class", "number");
        html.open("th", "scope", "col", "role", "columnheader").close();
        html.close().close().open("tbody", "role", "rowgroup");
        int most = result.actions().values().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (String action : rows(result.actions())) {
            int count = result.actions().getOrDefault(action, 0);
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
            long width = Math.round(100 * Math.sqrt((double) count / Math.max(1, most)));
            html.open("span", "class", "bar");
            if (count > 0) {
                html.open("span", "style", "width:" + width + "%").close();
            }
            html.close().close().close();
        }
        html.close().close();
        html.element("p", SpecActions.BYZANTINE + ", what a Byzantine replica signs and sends, has"
                + " no events of its own: it is taken where a correct replica first receives such"
                + " a message.", "class", "small");
        html.close();
    }

    private static List<String> rows(Map<String, Integer> actions) {
        List<String> rows = new ArrayList<>(SpecActions.OF_CORRECT_REPLICAS);
        actions.keySet().stream().filter(action -> !rows.contains(action)).sorted()
                .forEach(rows::add);
        return rows;
    }
}
