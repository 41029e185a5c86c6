package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quittance.trace.Rejection;

/** The space-time diagram with its controls; the script fills it from the data in the page. */
final class DiagramSection {

    private DiagramSection() {}

    static boolean isShown(Report report) {
        RunTrace run = report.run();
        return run != null && !run.steps().isEmpty();
    }

    static void write(Html html, Report report) {
        RunTrace run = report.run();
        if (run == null || run.steps().isEmpty()) {
            return;
        }
        TraceCheck trace = report.trace();
        Rejection rejection = trace == null ? null : trace.result().rejection();
        ObjectNode data =
                Diagram.data(run, rejection == null ? null : rejection.event(), faults(report));
        html.open("section", "id", "run").element("h2", "Diagram of the run");
        html.element("p", "One column per replica; simulated time runs down. A coloured stretch is"
                + " a view. A hollow mark is a vote or proposal signed, a full one the same once"
                + " written, after which it may be sent; arrows are messages received. Tap a mark"
                + " for its details.");
        if (!run.byzantine().isEmpty()) {
            html.element("p", "A Byzantine replica logs nothing: its column shows its messages"
                    + " where a correct replica first received them.", "class", "small muted");
        }
        html.open("noscript").element("p", "The diagram needs JavaScript; all else on this page"
                + " does not.").close();
        controls(html, data);
        legend(html);
        html.open("svg", "id", "overview", "class", "overview", "role", "img", "aria-label",
                "The whole run from left to right, one row per replica; the shaded part is shown"
                + " below.").close();
        html.element("p", "", "id", "shown", "class", "small muted", "aria-live", "polite");
        stage(html, run);
        html.open("details").element("summary", "The same events as text");
        html.open("ol", "id", "listing", "class", "listing").close().close();
        details(html);
        html.open("script", "type", "application/json", "id", "run-data").json(data.toString())
                .close();
        html.close();
    }

    private static ArrayNode faults(Report report) {
        ArrayNode faults = JsonNodeFactory.instance.arrayNode();
        Simulation simulation = report.simulation();
        if (simulation != null) {
            simulation.faults().stream().filter(Simulation.Fault::drawn).forEach(fault ->
                    faults.addObject().put("from", fault.from()).put("to", fault.to())
                            .put("text", fault.text()).put("end", fault.end()));
        }
        return faults;
    }

    private static void controls(Html html, ObjectNode data) {
        String last = data.path("views").path(3).asText();
        html.open("div", "class", "controls");
        html.open("div", "class", "group");
        arrow(html, "earlier", "\u2039", "earlier views");
        html.open("label", "for", "view-from").text("Views ").close();
        html.open("input", "id", "view-from", "type", "number", "inputmode", "numeric",
                "min", data.path("views").path(0).asText(), "max", last);
        html.open("label", "for", "view-to").text("to ").close();
        html.open("input", "id", "view-to", "type", "number", "inputmode", "numeric",
                "min", data.path("views").path(0).asText(), "max", last);
        html.text(" of " + last);
        arrow(html, "later", "\u203a", "later views");
        html.close();
        html.open("div", "class", "group").element("span", "Go to: ");
        for (JsonNode moment : data.path("moments")) {
            html.element("button", moment.path("name").asText(), "type", "button",
                    "data-moment", moment.path("event").asText(),
                    "class", moment.path("alarm").asBoolean() ? "alarm" : "");
        }
        html.close().close();
    }

    private static void arrow(Html html, String id, String sign, String meaning) {
        html.element("button", sign, "type", "button", "id", id, "aria-label", meaning,
                "title", meaning);
    }

    private static void button(Html html, String id, String text) {
        html.element("button", text, "type", "button", "id", id);
    }

    /** The legend is also the filter: each entry shows or hides its kind. */
    private static void legend(Html html) {
        html.open("div", "class", "controls legend", "role", "group", "aria-label",
                "Legend; press to show or hide");
        entry(html, "propose", "P", "M3,3L13,3L19,10L13,17L3,17Z", "proposal");
        entry(html, "notarize", "N", "M3,10a8,8 0 1,0 16,0a8,8 0 1,0 -16,0Z", "notarize");
        entry(html, "nullify", "X", "M3,2H19V18H3Z", "nullify");
        entry(html, "finalize", "F", "M11,0L21,10L11,20L1,10Z", "finalize");
        html.open("button", "type", "button", "data-kind", "arrows", "aria-pressed", "true");
        html.open("svg", "width", "22", "height", "20", "aria-hidden", "true");
        html.open("path", "class", "arrow", "style", "opacity:1", "d", "M2,4L19,15M13,15H19L17,9")
                .close().close();
        html.text("messages").close();
        html.element("span", "Larger, with a number: a certificate of a quorum of these votes.",
                "class", "muted small");
        html.close();
    }

    private static void entry(Html html, String kind, String letter, String shape, String name) {
        html.open("button", "type", "button", "data-kind", kind, "aria-pressed", "true");
        html.open("svg", "class", "diagram " + kind, "width", "22", "height", "20",
                "aria-hidden", "true");
        html.open("path", "class", "shape", "d", shape).close();
        html.element("text", letter, "class", "on", "x", "11", "y", "10", "font-size", "10");
        html.close().text(name).close();
    }

    private static void stage(Html html, RunTrace run) {
        html.open("div", "class", "stage", "id", "stage");
        html.open("div", "class", "lanes", "id", "lanes", "aria-hidden", "true");
        html.open("div", "class", "gutter").element("small", "ms").close();
        for (int id = 0; id < run.validators(); id++) {
            html.open("div", "style", "flex:1 1 0").text("Replica " + id);
            html.element("small", run.byzantine().contains(id) ? "Byzantine" : "correct").close();
        }
        html.close().open("div", "id", "picture").close().close();
    }

    private static void details(Html html) {
        html.open("aside", "class", "details", "id", "details", "hidden", "hidden",
                "aria-labelledby", "details-title", "aria-live", "polite");
        html.open("h3", "id", "details-title").close();
        html.open("div", "id", "details-where", "class", "muted small").close();
        html.open("p", "id", "details-text").close();
        html.element("p", "\u2717 Rejected: the spec does not allow this event.",
                "id", "details-rejected", "class", "badge failed");
        html.element("p", "Not checked: it comes after the rejected event.",
                "id", "details-unchecked", "class", "badge");
        html.open("div", "class", "row");
        button(html, "details-previous", "\u2039 previous");
        button(html, "details-next", "next \u203a");
        button(html, "details-cause", "its cause");
        button(html, "details-close", "close");
        html.close().open("details").element("summary", "Arguments and state after it");
        html.open("pre", "id", "details-data").close().close().close();
    }
}
