package org.quittance.core.settlement.codec;

import org.quittance.core.base.PublicKey;
import org.quittance.core.base.Signature;

/**
 * A signature under a command, and the key that it is said to be of. Whose key that is, and whether
 * it counts, settlement decides.
 */
public record Seal(PublicKey key, Signature signature) implements Comparable<Seal> {

    /** The order of keys: by scheme, then by bytes. */
    @Override
    public int compareTo(Seal other) {
        int schemes = key.scheme().compareTo(other.key.scheme());
        return schemes != 0 ? schemes : key.bytes().compareTo(other.key.bytes());
    }
}
