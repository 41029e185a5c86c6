package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.trace.format.Header.Consensus;

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
        TraceSpec spec = spec(in);
        String chainId = in.string("chainId");
        int validators = validators(in);
        Consensus consensus = Consensus.NONE;
        List<Integer> byzantine = List.of();
        if (spec.equals(SimplexFormat.SPEC)) {
            consensus = consensus(in, validators);
            byzantine = byzantine(in, validators);
        }
        Map<String, Term> fields = fields(in, spec, validators);
        if (fields.get("byzantine") instanceof Term.SetOf members) {
            byzantine = numbers(members);
        }
        Header header =
                new Header(
                        spec,
                        chainId,
                        validators,
                        byzantine,
                        consensus,
                        fields,
                        in.string("commit"),
                        in.string("scenario"),
                        in.number("seed", Long.MIN_VALUE, Long.MAX_VALUE));
        in.end();
        return header;
    }

    private static TraceSpec spec(JsonObject in) throws MalformedTraceException {
        List<String> names = TraceSpec.all().stream().map(TraceSpec::name).toList();
        String name = in.oneOf("spec", names);
        return TraceSpec.all().get(names.indexOf(name));
    }

    private static Map<String, Term> fields(JsonObject in, TraceSpec spec, int validators)
            throws MalformedTraceException {
        ValueReader values = new ValueReader(validators, "");
        Map<String, Term> fields = new LinkedHashMap<>();
        for (Map.Entry<String, FieldType> field : spec.header().entrySet()) {
            Term value = values.read(in, field.getKey(), field.getValue());
            if (value instanceof Term.Tuple list && list.elements().size() != validators) {
                throw in.error(
                        field.getKey(),
                        "there are " + list.elements().size() + " elements for " + validators
                                + " validators",
                        "write one for each validator");
            }
            fields.put(field.getKey(), value);
        }
        return fields;
    }

    private static List<Integer> numbers(Term.SetOf members) {
        List<Integer> numbers = new ArrayList<>();
        for (Term member : members.elements()) {
            if (member instanceof Term.Int number) {
                numbers.add(number.value());
            }
        }
        return numbers;
    }

    private static int validators(JsonObject in) throws MalformedTraceException {
        List<JsonNode> elements = in.list("validators");
        for (int k = 0; k < elements.size(); k++) {
            in.number("validators", elements.get(k), k, k);
        }
        if (elements.isEmpty()) {
            throw in.error("validators", "there are none", "write the validators as 0, 1, ...");
        }
        return elements.size();
    }

    private static Consensus consensus(JsonObject in, int validators)
            throws MalformedTraceException {
        long epoch = in.number("epoch", 0, Long.MAX_VALUE);
        List<Integer> weights = new ArrayList<>();
        long total = 0;
        for (JsonNode element : in.list("weights")) {
            int weight = (int) in.number("weights", element, 1, Integer.MAX_VALUE);
            weights.add(weight);
            total += weight;
        }
        if (weights.size() != validators) {
            throw in.error(
                    "validators",
                    validators + " validators have " + weights.size() + " weights",
                    "write the validators as 0, 1, ... and a weight for each");
        }
        // The spec triples the total, and TLC's numbers have 32 bits.
        if (3 * total > Integer.MAX_VALUE) {
            throw in.error(
                    "weights",
                    "there are " + weights.size() + " weights of " + total + " in total",
                    "give no more than " + Integer.MAX_VALUE / 3 + " in total");
        }
        return new Consensus(epoch, weights, in.digest("genesis"));
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
