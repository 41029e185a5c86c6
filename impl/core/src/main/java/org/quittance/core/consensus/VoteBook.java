package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

/**
 * Everyone's votes that were received, and one's own durable ones.
 *
 * <p>Memory: one slot for each (validator, view, kind), whatever anyone sends. The first vote of a
 * slot stays in it and counts; a second one that says something else is kept beside it as evidence;
 * all others are ignored. Views are those from the latest final one to the one after the current.
 */
record VoteBook(NavigableMap<View, NavigableMap<Place, Slot>> byView) {

    /** Where a vote of a view belongs. */
    record Place(Kind kind, ValidatorId signer) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int kinds = kind.compareTo(other.kind);
            return kinds != 0 ? kinds : signer.compareTo(other.signer);
        }
    }

    /** The first vote, which counts, and another that contradicts it, if there is one. */
    record Slot(Signed first, @Nullable Signed second) {

        boolean has(Signed vote) {
            return first.saysTheSameAs(vote) || second != null && second.saysTheSameAs(vote);
        }
    }

    static VoteBook empty() {
        return new VoteBook(Sorted.<View, NavigableMap<Place, Slot>>empty());
    }

    /** Is this vote here already, whatever its signature bytes are? */
    boolean has(Signed vote) {
        Slot slot = slotOf(vote);
        return slot != null && slot.has(vote);
    }

    /** Is there room for this vote, and is it not here yet? */
    boolean isNews(Signed vote) {
        Slot slot = slotOf(vote);
        return slot == null || slot.second() == null && !slot.has(vote);
    }

    /** With this vote if it is news, else as it is. */
    VoteBook with(Signed vote) {
        if (!isNews(vote)) {
            return this;
        }
        Slot slot = slotOf(vote);
        Slot filled = slot == null ? new Slot(vote, null) : new Slot(slot.first(), vote);
        NavigableMap<Place, Slot> view = Sorted.with(at(vote.view()), placeOf(vote), filled);
        return new VoteBook(Sorted.with(byView, vote.view(), view));
    }

    /** Without the views below the floor. */
    VoteBook from(View floor) {
        return new VoteBook(Sorted.from(byView, floor));
    }

    /** The votes for a statement that count. */
    List<Signed> votesFor(Statement statement) {
        List<Signed> votes = new ArrayList<>();
        for (Slot slot : at(statement.view()).values()) {
            if (slot.first().statement().equals(statement)) {
                votes.add(slot.first());
            }
        }
        return votes;
    }

    SortedSet<ValidatorId> votersFor(Statement statement) {
        SortedSet<ValidatorId> voters = new TreeSet<>();
        for (Signed vote : votesFor(statement)) {
            voters.add(vote.signer());
        }
        return voters;
    }

    /** Everything that a validator signed in a view, as far as it is here. */
    List<Signed> votesOf(ValidatorId signer, View view) {
        List<Signed> votes = new ArrayList<>();
        for (Kind kind : List.of(Kind.FINALIZE, Kind.NOTARIZE, Kind.NULLIFY)) {
            Slot slot = at(view).get(new Place(kind, signer));
            if (slot != null) {
                votes.add(slot.first());
                if (slot.second() != null) {
                    votes.add(slot.second());
                }
            }
        }
        return votes;
    }

    /** Did this validator vote to nullify the view? */
    boolean hasNullified(ValidatorId signer, View view) {
        return at(view).containsKey(new Place(Kind.NULLIFY, signer));
    }

    /** How many votes are here. */
    int size() {
        int size = 0;
        for (NavigableMap<Place, Slot> view : byView.values()) {
            for (Slot slot : view.values()) {
                size += slot.second() == null ? 1 : 2;
            }
        }
        return size;
    }

    private @Nullable Slot slotOf(Signed vote) {
        return at(vote.view()).get(placeOf(vote));
    }

    private NavigableMap<Place, Slot> at(View view) {
        NavigableMap<Place, Slot> found = byView.get(view);
        return found == null ? Sorted.<Place, Slot>empty() : found;
    }

    private static Place placeOf(Signed vote) {
        return new Place(vote.kind(), vote.signer());
    }
}
