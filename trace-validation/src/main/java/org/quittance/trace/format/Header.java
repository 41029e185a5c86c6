package org.quittance.trace.format;

import java.util.List;

/**
 * The first line of a trace: what the run was about.
 *
 * @param spec the spec that the trace claims to follow
 * @param chainId the name of the chain, which leader election hashes
 * @param epoch from 0
 * @param weights the voting weight of validator 0, 1, ..., each at least 1
 * @param byzantine the validators that log nothing, ascending
 * @param genesis the digest of the genesis block
 * @param commit the commit of the software that ran, or "unknown"
 * @param scenario the name of what the run went through
 * @param seed repeats the run, in this scenario
 */
public record Header(
        String spec,
        String chainId,
        long epoch,
        List<Integer> weights,
        List<Integer> byzantine,
        String genesis,
        String commit,
        String scenario,
        long seed) {

    /** Copies the lists. */
    public Header {
        weights = List.copyOf(weights);
        byzantine = List.copyOf(byzantine);
    }

    /** How many validators there are. */
    public int validators() {
        return weights.size();
    }

    /** Does this validator log its steps? */
    public boolean isCorrect(int node) {
        return 0 <= node && node < validators() && !byzantine.contains(node);
    }
}
