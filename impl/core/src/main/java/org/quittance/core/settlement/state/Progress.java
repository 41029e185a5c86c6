package org.quittance.core.settlement.state;

/**
 * Where execution is: the spec's {@code height}, {@code phase}, {@code swept} and {@code
 * governanceNonce}.
 */
public final class Progress {

    private final Marks marks;
    private long height = 1;
    private Phase phase = Phase.COMMANDS;
    private int swept = -1;
    private long governanceNonce;

    public Progress(Marks marks) {
        this.marks = marks;
    }

    /** The height of the block being executed, from 1. */
    public long height() {
        return height;
    }

    public void setHeight(long next) {
        height = next;
        marks.scalar(Variable.HEIGHT);
    }

    public Phase phase() {
        return phase;
    }

    public void setPhase(Phase next) {
        phase = next;
        marks.scalar(Variable.PHASE);
    }

    /** The last account looked at in this block's liquidation, -1 before. */
    public int swept() {
        return swept;
    }

    public void setSwept(int account) {
        swept = account;
        marks.scalar(Variable.SWEPT);
    }

    /** How many numbered commands of governance were executed. */
    public long governanceNonce() {
        return governanceNonce;
    }

    public void setGovernanceNonce(long nonce) {
        governanceNonce = nonce;
        marks.scalar(Variable.GOVERNANCE_NONCE);
    }
}
