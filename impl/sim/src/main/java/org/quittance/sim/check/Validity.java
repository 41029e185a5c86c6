package org.quittance.sim.check;

import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.quittance.core.message.Block;
import org.quittance.core.message.Statement;

/** What is committed is valid and was proposed by the leader of its view. */
public final class Validity implements Checker {

    private final Messages messages;
    private final LongFunction<Integer> leader;
    private final Predicate<Block> valid;

    /**
     * A checker for one run.
     *
     * @param leader the leader of each view
     * @param valid the application's answer about a block's payload; false if it is not known
     */
    public Validity(
            Members members, LongFunction<Integer> leader, Predicate<Block> valid) {
        this.messages = new Messages(members);
        this.leader = leader;
        this.valid = valid;
    }

    @Override
    public void sent(int signer, Statement statement) {
        messages.add(signer, statement);
    }

    @Override
    public void committed(int node, Block block) {
        int proposer = leader.apply(block.view().number());
        if (!messages.contains(proposer, Statement.propose(block))) {
            throw new Violation(Property.VALIDITY, "node " + node + " committed " + block
                    + ", which leader " + proposer + " never proposed");
        }
        if (!valid.test(block)) {
            throw new Violation(Property.VALIDITY,
                    "node " + node + " committed " + block + ", whose payload is invalid");
        }
    }
}
