package org.quittance.sim.check;

import java.util.HashMap;
import java.util.Map;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Block;

/** All that is committed by anyone, before and after restarts, is one chain from genesis. */
public final class Agreement implements Checker {

    private final Block genesis;
    private final Map<Digest, Block> childOf = new HashMap<>();
    private final Map<Digest, Block> chain = new HashMap<>();
    private final Map<Integer, Block> tips = new HashMap<>();

    public Agreement(Block genesis) {
        this.genesis = genesis;
        chain.put(genesis.digest(), genesis);
    }

    @Override
    public void committed(int node, Block block) {
        Block tip = tips.getOrDefault(node, genesis);
        if (!tip.isParentOf(block)) {
            throw new Violation(Property.AGREEMENT,
                    "node " + node + " committed " + block + " after " + tip);
        }
        Block other = childOf.putIfAbsent(block.parent(), block);
        if (other != null && !other.equals(block)) {
            throw new Violation(Property.AGREEMENT, "node " + node + " committed " + block
                    + " where " + other + " is committed already");
        }
        chain.put(block.digest(), block);
        tips.put(node, block);
    }

    @Override
    public void standsAt(int node, Block tip) {
        if (!chain.containsKey(tip.digest())) {
            throw new Violation(Property.AGREEMENT,
                    "node " + node + " stands at " + tip + ", which nobody committed");
        }
        tips.put(node, tip);
    }

    /** How many different blocks are committed, without genesis. */
    public int blocks() {
        return chain.size() - 1;
    }
}
