package org.quittance.core.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Digest;
import org.quittance.core.base.View;

/**
 * A block without its payload: the spec's {@code block}, but for {@code valid}, which is the
 * application's answer about the payload.
 *
 * <p>The digest covers everything else in the block, so blocks are equal when their digests are.
 * The same payload under another parent, or in another view, is another block.
 */
public final class Block {

    /** What a nullify vote, which is for a view, has as its block: the spec's {@code NoBlock}. */
    public static final Block NONE =
            new Block(Digest.NONE, 0, View.GENESIS, View.GENESIS, Digest.NONE, Digest.NONE);

    private final Digest digest;
    private final long epoch;
    private final View view;
    private final View parentView;
    private final Digest parent;
    private final Digest payload;

    private Block(
            Digest digest, long epoch, View view, View parentView, Digest parent, Digest payload) {
        this.digest = digest;
        this.epoch = epoch;
        this.view = view;
        this.parentView = parentView;
        this.parent = parent;
        this.payload = payload;
    }

    /**
     * A block that some leader could propose: the spec's {@code IsWellFormed}.
     *
     * @param parent digest of the block that it builds on
     * @param payload digest of the payload
     * @throws IllegalArgumentException unless epoch >= 0 and parentView < view
     */
    public static Block of(long epoch, View view, View parentView, Digest parent, Digest payload) {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must be >= 0, but is " + epoch);
        }
        if (parentView.compareTo(view) >= 0) {
            throw new IllegalArgumentException("the parent's view must be below the block's, but "
                    + parentView.number() + " >= " + view.number());
        }
        byte[] numbers = ByteBuffer.allocate(24)
                .putLong(epoch).putLong(view.number()).putLong(parentView.number()).array();
        Digest digest = Digest.sha256("quittance/block/v1",
                numbers, parent.bytes().toArray(), payload.bytes().toArray());
        return new Block(digest, epoch, view, parentView, parent, payload);
    }

    /** The block on top of a parent. */
    public static Block on(Block parent, View view, Payload payload) {
        return of(parent.epoch, view, parent.view, parent.digest, payload.digest());
    }

    /** The block in view 0 that every validator of this chain and epoch starts from. */
    public static Block genesis(String chainId, long epoch) {
        Digest digest = Digest.sha256("quittance/genesis/v1",
                ByteBuffer.allocate(8).putLong(epoch).array(),
                chainId.getBytes(StandardCharsets.UTF_8));
        return new Block(digest, epoch, View.GENESIS, View.GENESIS, Digest.NONE, Digest.NONE);
    }

    @Pure
    public Digest digest() {
        return digest;
    }

    @Pure
    public long epoch() {
        return epoch;
    }

    @Pure
    public View view() {
        return view;
    }

    @Pure
    public View parentView() {
        return parentView;
    }

    /** The digest of the parent; {@link Digest#NONE} for genesis. */
    @Pure
    public Digest parent() {
        return parent;
    }

    /** The digest of the payload. */
    @Pure
    public Digest payload() {
        return payload;
    }

    /** The spec's {@code IsParent(this, child)}. */
    @Pure
    public boolean isParentOf(Block child) {
        return digest.equals(child.parent) && view.equals(child.parentView);
    }

    @Pure
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Block that && digest.equals(that.digest);
    }

    @Pure
    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "Block[" + digest + " view " + view.number() + " on " + parent
                + " view " + parentView.number() + "]";
    }
}
