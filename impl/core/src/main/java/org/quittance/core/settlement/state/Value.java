package org.quittance.core.settlement.state;

import org.quittance.core.base.PublicKey;

/** What an entry of the state holds. */
public sealed interface Value permits Value.Number, Value.Member, Value.Gone, Value.Key,
        Value.OpenOrder, Group, Phase, Series, Unbonding, Withdrawal {

    /** An amount, a price, a height, a count. */
    record Number(long number) implements Value {}

    /** The key of the entry is in the set. */
    record Member() implements Value {}

    /** There is no such entry: an order that no longer rests, a key that isn't in the set. */
    record Gone() implements Value {}

    /** The public key of an account. */
    record Key(PublicKey key) implements Value {}

    /**
     * An order.
     *
     * @param quantity what is left of it, in contracts
     */
    record OpenOrder(
            long id,
            int account,
            int series,
            Side side,
            long price,
            long quantity,
            OrderKind kind) implements Value {}
}
