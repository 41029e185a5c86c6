package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;

/**
 * What this validator signed: the spec's {@code pending} and {@code durable}.
 *
 * @param pending signed and not known to be written, in order
 * @param durable signed and written, from the view of the last committed block on
 * @param acknowledged all records up to this index are on stable storage; -1 if none is
 */
record OwnMessages(
        List<Pending> pending,
        NavigableMap<View, List<SignedMessage>> durable,
        long acknowledged) {

    /** A message and the index of its record. */
    record Pending(long index, SignedMessage message) {

        @Pure
        Signed signed() {
            return message.signed();
        }
    }

    private static final List<SignedMessage> NONE = List.of();

    private static final Comparator<SignedMessage> ORDER =
            Comparator.comparing((SignedMessage m) -> m.signed().kind())
                    .thenComparing(m -> m.signed().block().digest());

    static OwnMessages none() {
        return new OwnMessages(List.of(), Sorted.<View, List<SignedMessage>>empty(), -1);
    }

    OwnMessages withPending(long index, SignedMessage message) {
        return new OwnMessages(
                Sorted.with(pending, new Pending(index, message)), durable, acknowledged);
    }

    OwnMessages withAcknowledged(long upTo) {
        return new OwnMessages(pending, durable, Math.max(acknowledged, upTo));
    }

    OwnMessages withDurable(SignedMessage message) {
        View view = message.signed().view();
        List<SignedMessage> messages = new ArrayList<>(durableAt(view));
        messages.add(message);
        messages.sort(ORDER);
        return new OwnMessages(
                pending, Sorted.with(durable, view, List.copyOf(messages)), acknowledged);
    }

    /** The first pending message has become durable. */
    OwnMessages withFirstWritten() {
        OwnMessages written = withDurable(pending.get(0).message());
        return new OwnMessages(
                pending.subList(1, pending.size()), written.durable, acknowledged);
    }

    /** Without the views below the floor, but for those that have something pending. */
    OwnMessages from(View floor) {
        View lowest = floor;
        for (Pending waiting : pending) {
            View view = waiting.signed().view();
            lowest = view.compareTo(lowest) < 0 ? view : lowest;
        }
        return new OwnMessages(pending, Sorted.from(durable, lowest), acknowledged);
    }

    /** Is there a pending message that is on stable storage? */
    @Pure
    boolean hasWritten() {
        return !pending.isEmpty() && pending.get(0).index() <= acknowledged;
    }

    /** The spec's {@code HasSigned}. */
    @Pure
    boolean hasSigned(View view, Kind kind) {
        for (Pending waiting : pending) {
            if (waiting.signed().view().equals(view) && waiting.signed().kind() == kind) {
                return true;
            }
        }
        for (SignedMessage written : durableAt(view)) {
            if (written.signed().kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Is every block that this validator voted to notarize in the block's view the block? */
    @Pure
    boolean notarizedNothingBut(Block block) {
        for (Pending waiting : pending) {
            if (isNotarizeOfAnother(waiting.signed(), block)) {
                return false;
            }
        }
        for (SignedMessage written : durableAt(block.view())) {
            if (isNotarizeOfAnother(written.signed(), block)) {
                return false;
            }
        }
        return true;
    }

    @Pure
    private static boolean isNotarizeOfAnother(Signed signed, Block block) {
        return signed.kind() == Kind.NOTARIZE
                && signed.view().equals(block.view())
                && !signed.block().equals(block);
    }

    @Pure
    List<SignedMessage> durableAt(View view) {
        List<SignedMessage> found = durable.get(view);
        return found == null ? NONE : found;
    }

    /** All durable ones from a view on, sorted by (view, kind, digest). */
    List<SignedMessage> durableFrom(View view) {
        List<SignedMessage> all = new ArrayList<>();
        durable.tailMap(view, true).values().forEach(all::addAll);
        return List.copyOf(all);
    }

    List<Signed> pendingSigned() {
        return pending.stream().map(Pending::signed).toList();
    }

    static List<Signed> signed(List<SignedMessage> messages) {
        return messages.stream().map(SignedMessage::signed).toList();
    }
}
