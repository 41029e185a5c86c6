package org.quittance.trace.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first line of a trace: what the run was about.
 *
 * @param spec the spec that the trace claims to follow
 * @param nodes how many nodes there are: 0, 1, ...
 * @param silent the nodes that log nothing, ascending
 * @param fields what only traces of this spec have, as it describes them
 * @param commit the commit of the software that ran, or "unknown"
 * @param scenario the name of what the run went through
 * @param seed repeats the run, in this scenario
 */
public record Header(
        TraceSpec spec,
        int nodes,
        List<Integer> silent,
        Term.Rec fields,
        String commit,
        String scenario,
        long seed) {

    /** Copies the list. */
    public Header {
        silent = List.copyOf(silent);
    }

    /** Does this node log its steps? */
    public boolean logs(int node) {
        return 0 <= node && node < nodes && !silent.contains(node);
    }

    /**
     * A field of the spec's own.
     *
     * @throws IllegalArgumentException if the spec has no such field
     */
    public Term field(String name) {
        Term field = fields.fields().get(name);
        if (field == null) {
            throw new IllegalArgumentException("the header of " + spec + " has no " + name);
        }
        return field;
    }

    /** The same for another way of checking the spec. */
    public Header of(TraceSpec other) {
        return new Header(other, nodes, silent, fields, commit, scenario, seed);
    }

    /** The same for one node alone: all others log nothing, so that they may have sent anything. */
    public Header localTo(int node) {
        List<Integer> others = new ArrayList<>();
        List<Term> members = new ArrayList<>();
        for (int other = 0; other < nodes; other++) {
            if (other != node) {
                others.add(other);
                members.add(Term.Int.of(other));
            }
        }
        Map<String, Term> local = new LinkedHashMap<>(fields.fields());
        local.put(spec.silent(), new Term.SetOf(members));
        return new Header(
                spec, nodes, others, new Term.Rec(local), commit, scenario, seed);
    }

    /** The digests in the spec's own fields. */
    public List<String> digests() {
        List<String> digests = new ArrayList<>();
        fields.fields().values().forEach(field -> {
            if (field instanceof Term.Digest digest) {
                digests.add(digest.value());
            }
        });
        return digests;
    }
}
