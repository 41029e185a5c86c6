package org.quittance.report;

import java.util.List;
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
        Settling settling = report.settling();
        if (settling != null) {
            settling.checked().forEach(checked -> market(html, checked));
        }
        html.close();
        CoverageSection.write(html, trace.result(), settling);
    }

    private static void market(Html html, Settling.Checked checked) {
        html.element("h3", "The trace of the spec " + checked.spec());
        check(html, checked.trace(), false);
        TraceCheck control = checked.control();
        if (control != null) {
            html.element("h3", "Negative control of the spec " + checked.spec());
            check(html, control, false);
        }
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
        html.open("div", "class", isAsExpected(check) ? "rejection expected" : "rejection")
                .open("p");
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
}
