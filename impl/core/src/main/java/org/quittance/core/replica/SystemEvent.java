package org.quittance.core.replica;

import java.util.SortedSet;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.message.Attestation;
import org.quittance.core.settlement.codec.BlockContents;

/** One step of execution and attestation, for traces: the spec action of the same name. */
public sealed interface SystemEvent {

    /**
     * {@code System!Execute}.
     *
     * @param contents what was executed, as it was handed to the {@link Execution}
     */
    record Execute(Height height, Digest root, BlockContents contents) implements SystemEvent {}

    /** {@code System!Attest}: signed, and not yet sent. */
    record Attest(Height height, Digest root) implements SystemEvent {}

    /** {@code System!Send}: what was signed is durable, and is sent. */
    record Send(Height height) implements SystemEvent {}

    /** An attestation of another replica was accepted for the first time. No action of the spec. */
    record ReceiveAttestation(Attestation attestation) implements SystemEvent {}

    /** {@code System!FormQuittance}. */
    record FormQuittance(Height height, Digest root, SortedSet<ValidatorId> signers)
            implements SystemEvent {}

    /** {@code System!ReceiveQuittance}. */
    record ReceiveQuittance(Height height, Digest root, SortedSet<ValidatorId> signers)
            implements SystemEvent {}

    /** {@code System!Stop}. */
    record Stop(Height height) implements SystemEvent {}

    /** {@code System!Crash}. Recorded by whoever crashes the replica: it can't itself. */
    record Crash() implements SystemEvent {}

    /**
     * {@code System!Restart}.
     *
     * @param kept the height of the state that it came back with; what follows it executes again
     */
    record Restart(Height kept) implements SystemEvent {}

    /**
     * {@code System!InstallSnapshot}. Recorded by whoever takes the state over for the replica.
     *
     * @param root of the state
     * @param contents of the block whose outcome the state is
     */
    record InstallSnapshot(Height height, Digest root, BlockContents contents)
            implements SystemEvent {}
}
