package org.quittance.core.settlement.commit;

import java.util.Optional;
import java.util.OptionalLong;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;

/**
 * What a proof proves, for clients that hold nothing but a root, which they have from a quittance.
 *
 * <p>Each method gives the entry that was asked for, if the proof is sound and is of it; and
 * nothing if the proof fails, or proves something else.
 */
public final class StateProof {

    private StateProof() {}

    /** An account, with its cash in minor units. */
    public static Optional<StateEntry.Account> verifyAccount(
            Digest root, int account, Proof proof) {
        return verify(root, EntryKeys.account(account), proof, StateEntry.Account.class);
    }

    /** A position that is not 0. */
    public static Optional<StateEntry.Position> verifyPosition(
            Digest root, int account, int series, Proof proof) {
        return verify(
                root, EntryKeys.position(account, series), proof, StateEntry.Position.class);
    }

    /** A withdrawal, whatever became of it. */
    public static Optional<StateEntry.Withdrawal> verifyWithdrawal(
            Digest root, long withdrawal, Proof proof) {
        return verify(
                root, EntryKeys.withdrawal(withdrawal), proof, StateEntry.Withdrawal.class);
    }

    /** A group, settled or not. */
    public static Optional<StateEntry.Group> verifyGroup(Digest root, int group, Proof proof) {
        return verify(root, EntryKeys.group(group), proof, StateEntry.Group.class);
    }

    /** The settlement price of a group, in ticks; nothing if it isn't settled. */
    public static OptionalLong verifySettlementPrice(Digest root, int group, Proof proof) {
        Optional<StateEntry.Group> entry = verifyGroup(root, group, proof);
        return entry.isPresent() ? entry.get().settlementPrice() : OptionalLong.empty();
    }

    /**
     * The block that the state is the outcome of. With a quittance for the root it says which block
     * of the chain has the quittance's height.
     */
    public static Optional<StateEntry.LastBlock> verifyLastBlock(Digest root, Proof proof) {
        return verify(root, EntryKeys.lastBlock(), proof, StateEntry.LastBlock.class);
    }

    /** The entry, whatever it is of. */
    public static Optional<StateEntry> verify(Digest root, Proof proof) {
        if (!ProofVerifier.verify(root, proof)) {
            return Optional.empty();
        }
        try {
            return Optional.of(EntryReader.decode(proof.entry()));
        } catch (MalformedException e) {
            // A root over bytes that are no entry: no correct replica attested it.
            return Optional.empty();
        }
    }

    private static <T extends StateEntry> Optional<T> verify(
            Digest root, Bytes key, Proof proof, Class<T> kind) {
        return proof.entry().key().equals(key)
                ? verify(root, proof).filter(kind::isInstance).map(kind::cast)
                : Optional.empty();
    }
}
