package org.quittance.core.settlement.state;

/** What a block is at. */
public enum Phase implements Value {

    COMMANDS("commands"),
    ORACLE("oracle"),
    EXPIRY("expiry"),
    LIQUIDATION("liquidation"),
    STAKING("staking");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** Its name in the spec and in traces. */
    public String word() {
        return word;
    }
}
