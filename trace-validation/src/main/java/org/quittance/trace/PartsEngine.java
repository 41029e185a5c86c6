package org.quittance.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.TraceSpec;
import org.quittance.trace.replay.StepException;

/**
 * Validates every node by itself, side by side, and what they sent to each other. A checker has the
 * state of one node only. Why the parts say as much as the whole stands in
 * proofs-notes/composition.md.
 */
final class PartsEngine {

    private final EventStream events;
    private int read;
    private @Nullable Event rejected;
    private String part = "";

    PartsEngine(EventStream events) {
        this.events = events;
    }

    /** The event that was rejected; null if none was. */
    @Nullable Event rejected() {
        return rejected;
    }

    /** Who rejected it: "node 2" or "exchange"; "" if nobody did. */
    String part() {
        return part;
    }

    /**
     * Validates all parts, up to the first event that one of them rejects.
     *
     * @param window how much of the run is remembered at least
     * @throws MalformedTraceException if the trace is not one, as far as it was read
     * @throws IOException if it can't be read
     */
    EngineOutcome run(List<Path> folders, int window)
            throws MalformedTraceException, IOException {
        Map<String, Part> parts = start(events.header(), folders, window);
        try {
            for (Event event = events.next();
                    event != null && parts.values().stream().noneMatch(Part::hasEnded);
                    event = events.next()) {
                for (Part each : parts.values()) {
                    each.offer(event);
                }
                read++;
            }
            for (Part each : parts.values()) {
                each.finish();
            }
            return judge(parts);
        } catch (StepException e) {
            return new EngineOutcome.Failed("", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new EngineOutcome.Failed("", "interrupted");
        } finally {
            parts.values().forEach(Part::stop);
        }
    }

    private static Map<String, Part> start(Header header, List<Path> folders, int window)
            throws IOException {
        TraceSpec.Parts how = header.spec().parts();
        if (how == null) {
            throw new IOException(
                    "traces of " + header.spec() + " can't be validated in parts; leave --parts"
                            + " out");
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int node = 0; node < header.nodes(); node++) {
            if (header.logs(node)) {
                int self = node;
                parts.put("node " + node, new Part(
                        header.localTo(node), folders, window,
                        e -> e.node() == self || how.shared().contains(e.action().spelling())));
            }
        }
        parts.put("exchange", new Part(
                header.of(header.spec().exchange()), folders, window,
                e -> how.actions().contains(e.action().spelling())));
        parts.values().forEach(Part::start);
        return parts;
    }

    /** The earliest rejection counts. */
    private EngineOutcome judge(Map<String, Part> parts) throws StepException {
        EngineOutcome.Rejected first = null;
        String version = "";
        for (Map.Entry<String, Part> each : parts.entrySet()) {
            Part.Refusal refusal = each.getValue().refusal();
            version = each.getValue().version();
            if (refusal != null
                    && (rejected == null || refusal.event().line() < rejected.line())) {
                rejected = refusal.event();
                part = each.getKey();
                first = new EngineOutcome.Rejected(version, 0, 0, refusal.why());
            }
        }
        // The header has the first line.
        int accepted = rejected == null ? read : rejected.line() - 2;
        return first == null
                ? new EngineOutcome.Accepted(version, accepted, accepted + 1L)
                : new EngineOutcome.Rejected(
                        version, accepted, accepted + 1L, first.explanation());
    }
}
