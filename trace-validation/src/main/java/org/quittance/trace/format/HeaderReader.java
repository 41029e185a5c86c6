package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the first line of a trace. */
final class HeaderReader {

    private HeaderReader() {}

    static Header read(JsonObject in) throws MalformedTraceException {
        if (!in.has("format")) {
            throw in.error(
                    "format",
                    "the first line is not the header of a trace",
                    "give a file that begins with {\"format\":\"" + TraceReader.FORMAT + "\",...}");
        }
        in.oneOf("format", List.of(TraceReader.FORMAT));
        long version = in.number("version", 0, Long.MAX_VALUE);
        if (version != TraceReader.VERSION) {
            throw in.error(
                    "version",
                    "the trace has version " + version + ", and this reads version "
                            + TraceReader.VERSION + " only",
                    "write the trace again with a program of the same state as this one");
        }
        String spec = in.oneOf("spec", List.of("Simplex"));
        String chainId = in.string("chainId");
        long epoch = in.number("epoch", 0, Long.MAX_VALUE);
        List<Integer> weights = weights(in);
        validators(in, weights.size());
        List<Integer> byzantine = byzantine(in, weights.size());
        Header header =
                new Header(
                        spec,
                        chainId,
                        epoch,
                        weights,
                        byzantine,
                        in.digest("genesis"),
                        in.string("commit"),
                        in.string("scenario"),
                        in.number("seed", Long.MIN_VALUE, Long.MAX_VALUE));
        in.end();
        return header;
    }

    private static List<Integer> weights(JsonObject in) throws MalformedTraceException {
        List<Integer> weights = new ArrayList<>();
        long total = 0;
        for (JsonNode element : in.list("weights")) {
            int weight = (int) in.number("weights", element, 1, Integer.MAX_VALUE);
            weights.add(weight);
            total += weight;
        }
        // The spec triples the total, and TLC's numbers have 32 bits.
        if (weights.isEmpty() || 3 * total > Integer.MAX_VALUE) {
            throw in.error(
                    "weights",
                    "there are " + weights.size() + " weights of " + total + " in total",
                    "give at least one weight, and no more than "
                            + Integer.MAX_VALUE / 3 + " in total");
        }
        return weights;
    }

    private static void validators(JsonObject in, int count) throws MalformedTraceException {
        List<JsonNode> elements = in.list("validators");
        for (int k = 0; k < elements.size(); k++) {
            in.number("validators", elements.get(k), k, k);
        }
        if (elements.size() != count) {
            throw in.error(
                    "validators",
                    elements.size() + " validators have " + count + " weights",
                    "write the validators as 0, 1, ... and a weight for each");
        }
    }

    private static List<Integer> byzantine(JsonObject in, int count)
            throws MalformedTraceException {
        List<Integer> byzantine = new ArrayList<>();
        int least = 0;
        for (JsonNode element : in.list("byzantine")) {
            int node = (int) in.number("byzantine", element, least, count - 1);
            byzantine.add(node);
            least = node + 1;
        }
        return byzantine;
    }
}
