package org.quittance.core.replica;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.Spec;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Quittance;

/**
 * What a replica has executed and attested: the spec's variables, and the guards of its actions
 * with their conjuncts in the spec's order. It belongs to one replica.
 *
 * <p>Memory: all maps go back {@link #KEPT} heights from the lower of the last executed one and the
 * newest quittance's. Attestations are taken in up to {@link #AHEAD} heights above the last
 * executed one; of quittances beyond that only the roots are kept, but for the newest.
 */
final class SystemState {

    /** For so many heights attestations and quittances are kept, since they may convict. */
    static final long KEPT = 64;

    /** For so many heights attestations are kept that this replica hasn't executed. */
    static final long AHEAD = 128;

    /** Who is charged with something at a height. */
    private record Charge(Height height, ValidatorId culprit) implements Comparable<Charge> {

        @Override
        public int compareTo(Charge other) {
            int heights = height.compareTo(other.height);
            return heights != 0 ? heights : culprit.compareTo(other.culprit);
        }
    }

    private final ValidatorSet validators;
    private final AttestationBook book = new AttestationBook();
    private final NavigableMap<Height, Digest> roots = new TreeMap<>();
    private final NavigableMap<Height, Attestation> signed = new TreeMap<>();
    private final NavigableMap<Long, Height> unwritten = new TreeMap<>();
    private final NavigableMap<Height, Attestation> durable = new TreeMap<>();
    private final NavigableMap<Height, Digest> held = new TreeMap<>();
    private final NavigableMap<Height, Quittance> recent = new TreeMap<>();
    private final SortedSet<Charge> charges = new TreeSet<>();
    private Height executed;
    private @Nullable Quittance newest;
    private @Nullable Divergence diverged;
    private long divergedPlace;
    private boolean stopped;

    /** With the state at this height. */
    SystemState(ValidatorSet validators, Height executed) {
        this.validators = validators;
        this.executed = executed;
    }

    @Spec("System!CanExecute")
    boolean canExecute(Height h) {
        return isRunning()
                && h.number() == executed.number() + 1;
    }

    @Spec("System!CanAttest")
    boolean canAttest(Height h) {
        return isRunning()
                && roots.containsKey(h)
                && !signed.containsKey(h)
                && !durable.containsKey(h)
                // Stricter than the spec: what a quittance covers needs no attestation any more.
                && h.number() > quitted();
    }

    @Spec("System!CanSend")
    boolean canSend(Height h) {
        return isRunning()
                && signed.containsKey(h)
                && !durable.containsKey(h);
    }

    @Spec("System!CanFormQuittance")
    boolean canFormQuittance(Height h, List<Attestation> equal) {
        return isRunning()
                && !held.containsKey(h)
                && validators.isQuorum(AttestationBook.signers(equal))
                // Stricter than the spec: an older one is of no use.
                && h.number() > quitted();
    }

    @Spec("System!CanReceiveQuittance")
    boolean canReceiveQuittance(Height h) {
        return isRunning()
                && !held.containsKey(h)
                // Stricter than the spec: memory is bounded.
                && h.number() >= floor();
    }

    @Spec("System!CanStop")
    boolean canStop() {
        return !stopped && diverged != null;
    }

    /** The spec's {@code IsRunning}. */
    @Spec("System!IsRunning")
    boolean isRunning() {
        return !stopped && diverged == null;
    }

    Height executed() {
        return executed;
    }

    void setExecuted(Height h, Digest root) {
        executed = h;
        roots.put(h, root);
        forgetOld();
    }

    /** The root of a height that was executed before this life. */
    void recall(Height h, Digest root) {
        roots.put(h, root);
    }

    Optional<Digest> root(Height h) {
        return Optional.ofNullable(roots.get(h));
    }

    AttestationBook book() {
        return book;
    }

    /**
     * Remembers what was signed.
     *
     * @param place of its record in the log
     */
    void sign(Attestation attestation, long place) {
        signed.put(attestation.height(), attestation);
        unwritten.put(place, attestation.height());
    }

    /** Takes out the heights of attestations whose records are durable up to this place. */
    List<Height> takeWritten(long upTo) {
        NavigableMap<Long, Height> written = unwritten.headMap(upTo, true);
        List<Height> heights = List.copyOf(written.values());
        written.clear();
        return heights;
    }

    Optional<Attestation> signed(Height h) {
        return Optional.ofNullable(signed.get(h));
    }

    void setDurable(Attestation attestation) {
        signed.remove(attestation.height());
        durable.put(attestation.height(), attestation);
    }

    Optional<Attestation> durable(Height h) {
        return Optional.ofNullable(durable.get(h));
    }

    /** The latest own attestations without a quittance for their height or a later one. */
    List<Attestation> newestUnquitted(int most) {
        List<Attestation> all = List.copyOf(
                durable.tailMap(new Height(quitted()), false).values());
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    void hold(Quittance quittance) {
        held.put(quittance.height(), quittance.root());
        recent.put(quittance.height(), quittance);
        if (quittance.height().number() > quitted()) {
            newest = quittance;
        }
        forgetOld();
    }

    Optional<Quittance> recentQuittance(Height h) {
        return Optional.ofNullable(recent.get(h));
    }

    Optional<Quittance> newest() {
        return Optional.ofNullable(newest);
    }

    /** The height of the newest quittance, 0 before there is one. */
    long quitted() {
        return newest == null ? 0 : newest.height().number();
    }

    Optional<Divergence> diverged() {
        return Optional.ofNullable(diverged);
    }

    /**
     * Remembers why to stop.
     *
     * @param place of the record that says so in the log
     */
    void setDiverged(Divergence divergence, long place) {
        diverged = divergence;
        divergedPlace = place;
    }

    /** Is there a reason to stop, and the record of it durable up to this place? */
    boolean hasWrittenWhyToStop(long upTo) {
        return diverged != null && divergedPlace <= upTo;
    }

    boolean isStopped() {
        return stopped;
    }

    void setStopped() {
        stopped = true;
    }

    /** Enters the charge. Is it new? */
    boolean charge(AttestationEvidence evidence) {
        return charges.add(new Charge(evidence.height(), evidence.culprit()));
    }

    /** Are attestations for this height taken in? */
    boolean isOfInterest(Height h) {
        return h.number() >= floor() && h.number() <= executed.number() + AHEAD;
    }

    /** Everything that grows with what others send, counted in heights and attestations. */
    int size() {
        return book.size() + recent.size() + held.size() + charges.size();
    }

    private long floor() {
        return Math.max(0, Math.min(executed.number(), quitted()) - KEPT);
    }

    private void forgetOld() {
        Height floor = new Height(floor());
        roots.headMap(floor, false).clear();
        durable.headMap(floor, false).clear();
        held.headMap(floor, false).clear();
        recent.headMap(floor, false).clear();
        while (recent.size() > 2 * KEPT) {
            recent.pollFirstEntry();
        }
        charges.headSet(new Charge(floor, new ValidatorId(0))).clear();
        book.forgetBelow(floor);
    }
}
