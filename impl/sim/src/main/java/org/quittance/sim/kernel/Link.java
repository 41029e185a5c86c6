package org.quittance.sim.kernel;

/**
 * How the network treats a message between two nodes that it connects.
 *
 * @param minDelayMillis least delay, at least 1
 * @param maxDelayMillis greatest delay of a usual message; delays differ, so messages overtake
 *     each other
 * @param lossPerMille how many in a thousand are lost
 * @param duplicatePerMille how many in a thousand arrive twice
 * @param latePerMille how many in a thousand are held up
 * @param lateMillis by how much at most they are held up
 */
public record Link(
        int minDelayMillis,
        int maxDelayMillis,
        int lossPerMille,
        int duplicatePerMille,
        int latePerMille,
        int lateMillis) {

    public Link {
        if (minDelayMillis < 1 || maxDelayMillis < minDelayMillis || lateMillis < 0) {
            throw new IllegalArgumentException("delays out of range: " + minDelayMillis + ".."
                    + maxDelayMillis + ", late by " + lateMillis);
        }
        for (int perMille : new int[] {lossPerMille, duplicatePerMille, latePerMille}) {
            if (perMille < 0 || perMille > 1000) {
                throw new IllegalArgumentException("not in 0..1000: " + perMille);
            }
        }
    }

    /** A network on which messages are neither lost nor doubled nor held up. */
    public static Link good(int minDelayMillis, int maxDelayMillis) {
        return new Link(minDelayMillis, maxDelayMillis, 0, 0, 0, 0);
    }

    /** The same delays without loss, duplication and lateness. */
    public Link mended() {
        return good(minDelayMillis, maxDelayMillis);
    }

    /** The delay of one message. */
    long delay(Rng rng) {
        long delay = rng.between(minDelayMillis, maxDelayMillis);
        return rng.chance(latePerMille) ? delay + rng.between(0, lateMillis) : delay;
    }
}
