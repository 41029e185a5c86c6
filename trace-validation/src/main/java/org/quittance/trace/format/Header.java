package org.quittance.trace.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first line of a trace: what the run was about.
 *
 * @param spec the spec that the trace claims to follow
 * @param chainId the name of the chain
 * @param validators how many validators there are: 0, 1, ...
 * @param byzantine the validators that log nothing, ascending
 * @param consensus what only traces of Simplex have
 * @param fields what only traces of this spec have, as it describes them
 * @param commit the commit of the software that ran, or "unknown"
 * @param scenario the name of what the run went through
 * @param seed repeats the run, in this scenario
 */
public record Header(
        TraceSpec spec,
        String chainId,
        int validators,
        List<Integer> byzantine,
        Consensus consensus,
        Map<String, Term> fields,
        String commit,
        String scenario,
        long seed) {

    /**
     * What leader election and the blocks of consensus need.
     *
     * @param epoch from 0
     * @param weights the voting weight of validator 0, 1, ..., each at least 1
     * @param genesis the digest of the genesis block
     */
    public record Consensus(long epoch, List<Integer> weights, String genesis) {

        /** Of a trace that has none. */
        public static final Consensus NONE = new Consensus(0, List.of(), "");

        /** Copies the list. */
        public Consensus {
            weights = List.copyOf(weights);
        }
    }

    /** Copies the collections. */
    public Header {
        byzantine = List.copyOf(byzantine);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Does this validator log its steps? */
    public boolean isCorrect(int node) {
        return 0 <= node && node < validators && !byzantine.contains(node);
    }
}
