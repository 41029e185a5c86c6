package org.quittance.sim.check.system;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Block;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * Correct replicas come to the root that execution of the same blocks elsewhere comes to, and
 * quittances have that root.
 */
public final class QuittanceMatchesExecution implements Checker {

    private final Members members;
    private final Function<Block, Digest> execution;
    private final SortedMap<Long, Digest> expected = new TreeMap<>();

    /**
     * A checker for one run.
     *
     * @param members Byzantine ones and those whose execution is wrong are the ones not correct
     * @param execution the root that a machine of its own comes to after a block
     */
    public QuittanceMatchesExecution(Members members, Function<Block, Digest> execution) {
        this.members = members;
        this.execution = execution;
    }

    @Override
    public void ordered(long height, Block block) {
        expected.put(height, execution.apply(block));
    }

    @Override
    public void executed(int node, long height, Block block, Digest root) {
        Digest right = expected.get(height);
        if (members.isCorrect(node) && !Objects.equals(root, right)) {
            throw new Violation(Property.QUITTANCE_MATCHES_EXECUTION, "node " + node
                    + " comes to root " + root + " at height " + height + " instead of " + right);
        }
    }

    @Override
    public void installed(int node, long height, Digest root) {
        holds(node, height, root);
    }

    @Override
    public void holds(int node, long height, Digest root) {
        Digest right = expected.get(height);
        if (!Objects.equals(root, right)) {
            throw new Violation(Property.QUITTANCE_MATCHES_EXECUTION, "a quittance for height "
                    + height + " has root " + root + " instead of " + right);
        }
    }
}
