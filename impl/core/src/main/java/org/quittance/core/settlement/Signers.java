package org.quittance.core.settlement;

import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.PublicKey;

/**
 * Whose seals a command has. They were verified before.
 *
 * @param keys in any order; a key that is here twice counts once
 */
public record Signers(List<PublicKey> keys) {

    /** A command that nobody sealed. */
    public static final Signers NONE = new Signers(List.of());

    public Signers {
        keys = List.copyOf(keys);
    }

    public static Signers of(PublicKey... keys) {
        return new Signers(List.of(keys));
    }

    /** Is there exactly one seal, made with this key? */
    public boolean isOnly(PublicKey key) {
        return keys.size() == 1 && keys.get(0).equals(key);
    }

    /** The indexes of the members whose seals are here, ascending. Other keys don't matter. */
    public List<Integer> membersOf(List<PublicKey> members) {
        return IntStream.range(0, members.size())
                .filter(index -> keys.contains(members.get(index)))
                .boxed()
                .toList();
    }
}
