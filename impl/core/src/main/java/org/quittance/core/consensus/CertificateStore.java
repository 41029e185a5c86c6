package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Statement;

/**
 * The certificates held: the spec's {@code certificates}, from the view of the last committed block
 * on.
 *
 * <p>Memory: views go back to the last committed one. Any certificate of a later view takes its
 * holder there, so there is at most one entry for each view that passed without a commit, and each
 * has at most {@link #MOST_PER_VIEW} certificates.
 *
 * @param byView sorted by (kind, digest) within a view
 * @param finalization of the highest view
 */
record CertificateStore(
        NavigableMap<View, List<Certificate>> byView, Certificate finalization) {

    /**
     * While less than a third of the weight is Byzantine a view has at most one certificate of each
     * kind. One more shows that it isn't so, and is enough to show it.
     */
    static final int MOST_PER_VIEW = 4;

    private static final List<Certificate> NONE = List.of();

    private static final Comparator<Certificate> ORDER =
            Comparator.comparing(Certificate::kind).thenComparing(c -> c.block().digest());

    static CertificateStore ofGenesis(Block genesis) {
        Certificate finalization = Certificate.genesisFinalization(genesis);
        return new CertificateStore(Sorted.<View, List<Certificate>>empty(), finalization)
                .with(finalization)
                .with(Certificate.genesisNotarization(genesis));
    }

    CertificateStore with(Certificate certificate) {
        List<Certificate> view = new ArrayList<>(at(certificate.view()));
        view.add(certificate);
        view.sort(ORDER);
        boolean isHigher = certificate.kind() == Kind.FINALIZE
                && certificate.view().compareTo(finalization.view()) > 0;
        return new CertificateStore(
                Sorted.with(byView, certificate.view(), List.copyOf(view)),
                isHigher ? certificate : finalization);
    }

    /** Without those below a view, which must not be above that of the highest finalization. */
    CertificateStore from(View floor) {
        return new CertificateStore(Sorted.from(byView, floor), finalization);
    }

    /** Does it make sense to hold one more of this view? Else it is ignored. */
    @Pure
    boolean hasRoomAt(View view) {
        return view.compareTo(finalization.view()) >= 0 && at(view).size() < MOST_PER_VIEW;
    }

    /** The view of the latest block known to be final. */
    @Pure
    View finalizedView() {
        return finalization.view();
    }

    /** All held of a view, sorted by (kind, digest). */
    @Pure
    List<Certificate> at(View view) {
        List<Certificate> found = byView.get(view);
        return found == null ? NONE : found;
    }

    List<Certificate> all() {
        return allFrom(View.GENESIS);
    }

    /** All held from a view on, sorted by (view, kind, digest). */
    List<Certificate> allFrom(View view) {
        List<Certificate> all = new ArrayList<>();
        byView.tailMap(view, true).values().forEach(all::addAll);
        return List.copyOf(all);
    }

    /** All held of the views from one to another, both included, in the same order. */
    List<Certificate> between(View from, View to) {
        List<Certificate> all = new ArrayList<>();
        byView.subMap(from, true, to, true).values().forEach(all::addAll);
        return all;
    }

    @Pure
    boolean holds(Statement statement) {
        for (Certificate held : at(statement.view())) {
            if (held.statement().equals(statement)) {
                return true;
            }
        }
        return false;
    }

    @Pure
    boolean holdsNullification(View view) {
        for (Certificate held : at(view)) {
            if (held.kind() == Kind.NULLIFY) {
                return true;
            }
        }
        return false;
    }

    @Pure
    boolean holdsNotarizationOfParentOf(Block child) {
        for (Certificate held : at(child.parentView())) {
            if (held.kind() == Kind.NOTARIZE && held.block().isParentOf(child)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first view strictly between two that is not known to be nullified; the upper one if all
     * are.
     */
    @SideEffectFree
    View firstNotNullified(View above, View below) {
        View view = above.next();
        while (view.compareTo(below) < 0 && holdsNullification(view)) {
            view = view.next();
        }
        return view;
    }

    /** The highest notarized view below this one. */
    @SideEffectFree
    View highestNotarizedBelow(View view) {
        for (Map.Entry<View, List<Certificate>> entry
                : byView.headMap(view, false).descendingMap().entrySet()) {
            for (Certificate held : entry.getValue()) {
                if (held.kind() == Kind.NOTARIZE) {
                    return entry.getKey();
                }
            }
        }
        return View.GENESIS;
    }

    /** The notarizations held, from the highest view down to the finalized one. */
    List<Certificate> notarizationsDownward() {
        List<Certificate> found = new ArrayList<>();
        for (List<Certificate> view
                : byView.tailMap(finalizedView(), true).descendingMap().values()) {
            for (Certificate held : view) {
                if (held.kind() == Kind.NOTARIZE) {
                    found.add(held);
                }
            }
        }
        return found;
    }

    /** The highest view of which anything is held. */
    View highestView() {
        return byView.isEmpty() ? View.GENESIS : byView.lastKey();
    }
}
