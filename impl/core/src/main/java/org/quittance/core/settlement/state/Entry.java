package org.quittance.core.settlement.state;

/** One entry of the state: what the key holds. */
public record Entry(Key key, Value value) {

    /**
     * Does the state really have this entry? If not, the value says what its absence means: 0, or
     * {@link Value.Gone}.
     */
    public boolean isPresent() {
        return switch (value) {
            case Value.Gone gone -> false;
            case Value.Number number -> number.number() != 0 || !key.variable().isSparse();
            case Unbonding unbonding -> !unbonding.equals(Unbonding.NONE);
            case Value.Member member -> true;
            case Value.Key account -> true;
            case Value.OpenOrder order -> true;
            case Group group -> true;
            case Phase phase -> true;
            case Series series -> true;
            case Withdrawal withdrawal -> true;
        };
    }
}
