package org.quittance.trace.perturb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quittance.trace.corpus.Expectation;

/**
 * A way to make a trace that must be rejected out of one that must be accepted.
 *
 * @param name of the trace that it makes
 * @param from name of the accepted trace
 * @param what it does, in words
 * @param edit does it, and returns the index of the event that must be rejected
 * @param words what the message must contain
 */
record Perturbation(String name, String from, String what, Edit edit, List<String> words) {

    /** So many events are kept after the one that must be rejected. */
    private static final int AFTERMATH = 4;

    /** Edits a trace. */
    interface Edit {
        /** Returns the index of the event that must be rejected. */
        int apply(TraceFile trace);
    }

    static Perturbation of(String name, String from, String what, Edit edit, String... words) {
        return new Perturbation(name, from, what, edit, List.of(words));
    }

    /** The rejected trace, and how it must be rejected. */
    Sibling make(Path accepted) throws IOException {
        TraceFile trace = TraceFile.read(accepted.resolve(from + ".ndjson"));
        int index;
        try {
            index = edit.apply(trace);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(name + " can't be made from " + from, e);
        }
        trace.keepOnly(index + 1 + AFTERMATH);
        var event = trace.get(index);
        int node = event.get("node").asInt();
        long seq = 0;
        for (int k = 0; k < index; k++) {
            seq += trace.get(k).get("node").asInt() == node ? 1 : 0;
        }
        return new Sibling(
                trace.lines(),
                new Expectation(
                        name + ".ndjson", from + ".ndjson", what, node, seq,
                        event.get("action").asText(), words));
    }

    /** A rejected trace and how it must be rejected. */
    record Sibling(List<String> lines, Expectation expectation) {}
}
