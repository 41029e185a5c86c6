package org.quittance.core.consensus;

import java.util.NavigableMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;

/**
 * What leaders proposed, from the latest final view to the one after the current.
 *
 * <p>Memory: the first proposal of each view, and a second one as proof that there are two.
 */
record ProposalBook(NavigableMap<View, Offer> byView) {

    /**
     * The leader's proposals of a view.
     *
     * @param first the one that may be voted for
     * @param valid is the first one's payload valid?
     * @param second another one, if the leader made two
     */
    record Offer(Block first, boolean valid, @Nullable Block second) {}

    static ProposalBook empty() {
        return new ProposalBook(Sorted.<View, Offer>empty());
    }

    /** Is there room for this proposal, and is it not here yet? */
    boolean isNews(Block block) {
        Offer offer = byView.get(block.view());
        return offer == null || offer.second() == null && !offer.first().equals(block);
    }

    /** With this proposal, which must be news. */
    ProposalBook with(Block block, boolean valid) {
        Offer offer = byView.get(block.view());
        Offer filled = offer == null
                ? new Offer(block, valid, null)
                : new Offer(offer.first(), offer.valid(), block);
        return new ProposalBook(Sorted.with(byView, block.view(), filled));
    }

    /** Without the views below the floor. */
    ProposalBook from(View floor) {
        return new ProposalBook(Sorted.from(byView, floor));
    }

    @Pure
    @Nullable Offer at(View view) {
        return byView.get(view);
    }

    /** Is this the leader's first proposal for its view? */
    @Pure
    boolean isFirst(Block block) {
        Offer offer = byView.get(block.view());
        return offer != null && offer.first().equals(block);
    }

    /** Is this the leader's first proposal for its view, and its payload valid? */
    @Pure
    boolean isValid(Block block) {
        Offer offer = byView.get(block.view());
        return offer != null && offer.first().equals(block) && offer.valid();
    }

    /** Did the leader of the view make two proposals? */
    @Pure
    boolean hasTwo(View view) {
        Offer offer = byView.get(view);
        return offer != null && offer.second() != null;
    }
}
