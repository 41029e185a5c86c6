package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the first line of a trace. */
final class HeaderReader {

    private HeaderReader() {}

    static Header read(JsonObject in, List<TraceSpec> specs) throws MalformedTraceException {
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
        TraceSpec spec = spec(in, specs);
        int nodes = nodes(in, spec);
        Term.Rec fields = fields(in, spec, nodes);
        Header header =
                new Header(
                        spec,
                        nodes,
                        silent(in, spec, nodes, fields),
                        fields,
                        in.string("commit"),
                        in.string("scenario"),
                        in.number("seed", Long.MIN_VALUE, Long.MAX_VALUE));
        in.end();
        Constants.Problem problem = spec.constants().problem(header);
        if (problem != null) {
            throw in.error(problem.field(), problem.what(), problem.mend());
        }
        return header;
    }

    private static TraceSpec spec(JsonObject in, List<TraceSpec> specs)
            throws MalformedTraceException {
        List<String> names = specs.stream().map(TraceSpec::name).toList();
        String name = in.oneOf("spec", names);
        return specs.get(names.indexOf(name));
    }

    private static Term.Rec fields(JsonObject in, TraceSpec spec, int nodes)
            throws MalformedTraceException {
        ValueReader values = new ValueReader(new Known(nodes));
        Map<String, Term> fields = new LinkedHashMap<>();
        for (Map.Entry<String, FieldType> field : spec.header().entrySet()) {
            Term value = values.read(in, field.getKey(), field.getValue());
            if (value instanceof Term.Tuple list && list.elements().size() != nodes) {
                throw in.error(
                        field.getKey(),
                        "there are " + list.elements().size() + " elements for " + nodes
                                + " " + spec.nodes(),
                        "write one for each of the " + spec.nodes());
            }
            fields.put(field.getKey(), value);
        }
        return new Term.Rec(fields);
    }

    private static List<Integer> silent(
            JsonObject in, TraceSpec spec, int nodes, Term.Rec fields)
            throws MalformedTraceException {
        List<Integer> silent = new ArrayList<>();
        if (fields.fields().get(spec.silent()) instanceof Term.SetOf members) {
            for (Term member : members.elements()) {
                if (!(member instanceof Term.Int number) || number.value() >= nodes) {
                    throw in.error(
                            spec.silent(), "one is not a number below " + nodes,
                            "write numbers of " + spec.nodes());
                }
                silent.add(number.value());
            }
        }
        return silent;
    }

    private static int nodes(JsonObject in, TraceSpec spec) throws MalformedTraceException {
        List<JsonNode> elements = in.list(spec.nodes());
        for (int k = 0; k < elements.size(); k++) {
            in.number(spec.nodes(), elements.get(k), k, k);
        }
        if (elements.isEmpty()) {
            throw in.error(spec.nodes(), "there are none", "write them as 0, 1, ...");
        }
        return elements.size();
    }
}
