package org.quittance.core.replica;

import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Verifier;

/**
 * What a replica knows before anything happens.
 *
 * @param ordering its application should be {@link PayloadRules}
 * @param verifier checks quittances that come in blocks; of the same validators
 * @param maxLag with more final blocks than that without a quittance it takes no part in ordering
 *     further ones; at least 1
 */
public record ReplicaConfig(Config ordering, Verifier verifier, long maxLag) {

    public ReplicaConfig {
        if (maxLag < 1) {
            throw new IllegalArgumentException("maxLag must be >= 1, but is " + maxLag);
        }
    }
}
