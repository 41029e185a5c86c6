package org.quittance.sim.check.system;

import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Block;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** Every replica executes the final blocks in their order, each once in a life. */
public final class ExactlyOnce implements Checker {

    private final SortedMap<Integer, Long> executed = new TreeMap<>();
    private final SortedMap<Long, Block> chain = new TreeMap<>();

    @Override
    public void ordered(long height, Block block) {
        chain.put(height, block);
    }

    @Override
    public void restarted(int node, long kept) {
        if (kept > executed.getOrDefault(node, 0L)) {
            throw new Violation(Property.EXACTLY_ONCE, "node " + node + " is back at height "
                    + kept + " though it executed only " + executed.getOrDefault(node, 0L));
        }
        executed.put(node, kept);
    }

    @Override
    public void installed(int node, long height, Digest root) {
        if (height <= executed.getOrDefault(node, 0L) || !chain.containsKey(height)) {
            throw new Violation(Property.EXACTLY_ONCE, "node " + node + " takes over height "
                    + height + " after height " + executed.getOrDefault(node, 0L));
        }
        executed.put(node, height);
    }

    @Override
    public void executed(int node, long height, Block block, Digest root) {
        long before = executed.getOrDefault(node, 0L);
        if (height != before + 1) {
            throw new Violation(Property.EXACTLY_ONCE, "node " + node + " executes height "
                    + height + " after height " + before);
        }
        executed.put(node, height);
        Block ordered = chain.get(height);
        if (!block.equals(ordered)) {
            throw new Violation(Property.EXACTLY_ONCE, "node " + node + " executes " + block
                    + " at height " + height + ", where " + ordered + " is final");
        }
    }
}
