package org.quittance.trace;

import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Names;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.replay.Explanation;

/** Puts into words why an event was rejected. */
final class Rejections {

    /** How many lines a rejection takes at most. */
    static final int LINES = 20;

    /** How many columns a line takes at most. */
    static final int COLUMNS = 160;

    private static final int VALUES = 5;
    private static final int ALLOWED_LINES = 3;

    private final String file;
    private final Header header;
    private final Tally tally;
    private final TermText text = new TermText(new Names());

    /**
     * For a trace.
     *
     * @param tally of the events before the one that is rejected
     */
    Rejections(String file, Header header, Tally tally) {
        this.file = file;
        this.header = header;
        this.tally = tally;
    }

    /**
     * The rejection of an event.
     *
     * @param events how many events the trace has; 0 if that is not known yet
     */
    Rejection of(Event event, int events, Explanation why) {
        int accepted = tally.accepted();
        List<String> recent = recent(event.node());
        return new Rejection(
                event.node(),
                event.seq(),
                event.line(),
                accepted + 1,
                event.action().spelling(),
                reason(why),
                String.join(" > ", why.guard()),
                why.conjunct(),
                why.variable(),
                why.expected(),
                why.actual(),
                why.values(),
                why.allowed(),
                recent,
                message(event, events, why, recent));
    }

    /** What is possible with whatever others sent is not among what is said to be allowed. */
    private String nothing() {
        TraceSpec.Cause cause = header.spec().cause();
        return cause == null ? "nothing" : "nothing but " + cause.effect();
    }

    private static String reason(Explanation why) {
        String last = why.guard().isEmpty() ? "Step" : why.guard().get(why.guard().size() - 1);
        return why.variable() == null
                ? "the spec does not allow the step: " + why.conjunct() + " is false in " + last
                : "the state after the step differs in " + why.variable() + ": the spec gives "
                        + why.expected() + ", the trace says " + why.actual();
    }

    private List<String> recent(int node) {
        return tally.recent(node).stream()
                .map(e -> "seq " + e.seq() + " (line " + e.line() + "): " + text.of(e))
                .toList();
    }

    private List<String> message(
            Event event, int events, Explanation why, List<String> recent) {
        List<String> lines = new ArrayList<>();
        lines.add(file + ":" + event.line() + ": rejected: node " + event.node() + ", seq "
                + event.seq() + ": " + text.of(event));
        lines.add("  It is event " + (tally.accepted() + 1)
                + (events == 0 ? "" : " of " + events) + "; all before it are accepted.");
        if (why.variable() == null) {
            lines.add("  The spec does not allow the step, for this is false:");
            lines.add("    " + why.conjunct());
            lines.add("    in " + String.join(" > ", why.guard()));
            why.values().stream().limit(VALUES).forEach(v -> lines.add("    where " + v));
        } else {
            lines.add("  The spec allows the step, but the state after it differs in "
                    + why.variable() + ":");
            lines.add("    the spec gives  " + why.expected());
            lines.add("    the trace says  " + why.actual());
            lines.add("    in " + String.join(" > ", why.guard()) + ": " + why.conjunct());
        }
        lines.addAll(wrapped("  The spec would have allowed node " + event.node() + ": ",
                why.allowed().isEmpty() ? List.of(nothing()) : why.allowed()));
        lines.add(recent.isEmpty()
                ? "  It is the first event of the node."
                : "  Before it the node did:");
        recent.forEach(r -> lines.add("    " + r));
        lines.addAll(repeat());
        return lines.stream().map(Rejections::cut).toList();
    }

    /** How to see it again; of a program that is not ours only what its trace says of itself. */
    private List<String> repeat() {
        boolean isOwn = !header.spec().modules().isEmpty();
        return isOwn
                ? List.of(
                        "  To repeat the run: make sim SEED=" + header.seed() + " SCENARIO="
                                + header.scenario() + " (at commit " + header.commit() + ")",
                        "  To repeat the check: make traces FILE=" + file)
                : List.of("  To repeat the run: " + header.scenario() + " with seed "
                        + header.seed() + " (at commit " + header.commit() + ")");
    }

    private static List<String> wrapped(String first, List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k) + (k + 1 < words.size() ? ", " : "");
            if (line.length() + word.length() > COLUMNS && lines.size() < ALLOWED_LINES - 1) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder("    ");
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(String line) {
        return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 3) + "...";
    }
}
