package org.quittance.sim.check.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.base.Digest;
import org.quittance.sim.check.Members;

/** Everything that was ever attested: the spec's {@code attestations}. */
final class Attestations {

    private record Key(long height, Digest root) {}

    private final Members members;
    // Only looked up, never iterated, so its order can't matter.
    private final Map<Key, SortedSet<Integer>> signers = new HashMap<>();

    Attestations(Members members) {
        this.members = members;
    }

    void add(int signer, long height, Digest root) {
        signers.computeIfAbsent(new Key(height, root), key -> new TreeSet<>()).add(signer);
    }

    /** The spec's IsQuittance, for all who attested this. */
    boolean isQuittance(long height, Digest root) {
        Set<Integer> all = signers.getOrDefault(new Key(height, root), new TreeSet<>());
        return members.isQuorum(all);
    }
}
