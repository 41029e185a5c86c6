package org.quittance.trace.conformance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the header of a trace says of the run.
 *
 * @param nodes how many nodes there are; they are 0, 1, ...
 * @param fields the header's other fields, as the mapping file lists them
 * @param commit of the program that runs
 * @param scenario what is run; "" for the name that the recorder was given
 * @param seed with which the run can be repeated, if it can
 */
public record RunHeader(
        int nodes, Map<String, Object> fields, String commit, String scenario, long seed) {

    private static final String UNKNOWN = "unknown";

    /** Copies the fields, in their order. */
    public RunHeader {
        if (nodes < 1) {
            throw new IllegalArgumentException("a run has at least one node, not " + nodes);
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A run of so many nodes, of which nothing else is said. */
    public static RunHeader of(int nodes) {
        return new RunHeader(nodes, Map.of(), UNKNOWN, "", 0);
    }

    /** The same with a field of the spec's own. */
    public RunHeader with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new RunHeader(nodes, more, commit, scenario, seed);
    }

    /** The same with this seed. */
    public RunHeader withSeed(long number) {
        return new RunHeader(nodes, fields, commit, scenario, number);
    }

    /** The same with a name for what is run. */
    public RunHeader withScenario(String name) {
        return new RunHeader(nodes, fields, commit, name, seed);
    }

    /** The same with the commit of the program. */
    public RunHeader withCommit(String hash) {
        return new RunHeader(nodes, fields, hash, scenario, seed);
    }
}
