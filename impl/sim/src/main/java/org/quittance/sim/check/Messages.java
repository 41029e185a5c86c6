package org.quittance.sim.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.message.Statement;

/** Everything that was ever signed and sent: the variable {@code messages} of the specs. */
public final class Messages {

    private final Members members;
    // Only looked up, never iterated, so its order can't matter.
    private final Map<Statement, SortedSet<Integer>> signers = new HashMap<>();

    public Messages(Members members) {
        this.members = members;
    }

    /** Adds a message; false if it was there already. */
    public boolean add(int signer, Statement statement) {
        return signers.computeIfAbsent(statement, key -> new TreeSet<>()).add(signer);
    }

    /** Is this message there? */
    public boolean contains(int signer, Statement statement) {
        return signers(statement).contains(signer);
    }

    /** Could anyone form this certificate? The spec's {@code Certified}. */
    public boolean isCertified(Statement statement) {
        return members.isQuorum(signers(statement));
    }

    private Set<Integer> signers(Statement statement) {
        return signers.getOrDefault(statement, Collections.emptySortedSet());
    }
}
