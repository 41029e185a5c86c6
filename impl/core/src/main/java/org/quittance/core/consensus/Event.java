package org.quittance.core.consensus;

import java.util.List;
import java.util.SortedSet;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Signed;

/**
 * One step of a validator, for traces: the spec action of the same name, its arguments, and the
 * spec's variables that it changed as they were after it.
 *
 * <p>Lists of messages and certificates are sorted by (view, kind, digest), apart from {@code
 * pending}, which is a queue.
 */
public sealed interface Event {

    /** A signed message of another validator was accepted for the first time. */
    record Receive(Signed message) implements Event {}

    /**
     * {@code Simplex!HoldCertificate}.
     *
     * @param signers those whose votes make the certificate
     * @param certificates all certificates held for that view
     */
    record HoldCertificate(
            Certificate certificate,
            SortedSet<ValidatorId> signers,
            List<Certificate> certificates) implements Event {}

    /** {@code Simplex!EnterView}. */
    record EnterView(View view) implements Event {}

    /** {@code Simplex!Propose}. */
    record Propose(Block block, List<Signed> pending) implements Event {}

    /** {@code Simplex!Notarize}. */
    record Notarize(Block block, List<Signed> pending) implements Event {}

    /** {@code Simplex!Nullify}. */
    record Nullify(View view, List<Signed> pending) implements Event {}

    /** {@code Simplex!Finalize}. */
    record Finalize(Block block, List<Signed> pending) implements Event {}

    /**
     * {@code Simplex!Persist}.
     *
     * @param durable own durable messages of the view of the message just written
     */
    record Persist(List<Signed> pending, List<Signed> durable) implements Event {}

    /**
     * {@code Simplex!Commit}.
     *
     * @param path from the child of the block committed before to the one committed now
     */
    record Commit(List<Block> path, Block committed) implements Event {}

    /** {@code Simplex!Crash}. Recorded by whoever crashes the validator: it can't itself. */
    record Crash() implements Event {}

    /**
     * {@code Simplex!Restart}.
     *
     * @param kept the certificates held from now on, with those of genesis
     * @param tip the last committed block
     * @param durable all own messages read back whose view is above the tip's
     */
    record Restart(
            List<Certificate> kept,
            Block tip,
            View view,
            List<Signed> pending,
            List<Signed> durable) implements Event {}
}
