package org.quittance.sim.check;

import java.util.EnumSet;
import java.util.List;

/** What every run is held against; the names are those of the specs. */
public enum Property {
    /** All that is committed by anyone, before and after restarts, is one chain. */
    AGREEMENT("Agreement"),
    /** What is committed is valid and was proposed by the leader of its view. */
    VALIDITY("Validity"),
    /** No two blocks of one view are notarized. */
    NO_CONFLICTING_NOTARIZATION("NoConflictingNotarization"),
    /** No view is nullified in which a block is finalized. */
    FINALIZED_NOT_NULLIFIED("FinalizedNotNullified"),
    /** Nothing that a correct replica signs convicts it. */
    NO_HONEST_EVIDENCE("NoHonestEvidence"),
    /** No message of a correct replica is out that its disk does not have. */
    DURABLE_VOTES("DurableVotes"),
    /** Every certificate that a correct replica holds is made of votes that were sent. */
    CERTIFICATES_ARE_BACKED("CertificatesAreBacked"),
    /** No money is made or lost. */
    S1_CONSERVATION("S1_Conservation"),
    /** Of every series as many contracts are owed as are held. */
    S2_OPEN_INTEREST("S2_OpenInterest"),
    /** Whoever acts by itself is covered afterwards, or lacks no more than before. */
    S3_COLLATERAL("S3_Collateral"),
    /** Nobody has less than nothing. */
    S4_NON_NEGATIVE("S4_NonNegative"),
    /** Every position in a group is settled once. */
    S5_SETTLED_ONCE("S5_SettledOnce"),
    /** Contracts pay what they say, less a recorded haircut. */
    S6_PAYOFF("S6_Payoff"),
    /** The price is within the range of honest reports. */
    S7_HONEST_PRICE("S7_HonestPrice"),
    /** Nothing happens on a price that is stale or not confirmed. */
    S8_FRESH_PRICE("S8_FreshPrice"),
    /** The book is never crossed, and price and time decide who trades. */
    S9_BOOK("S9_Book"),
    /** Money leaves once, approved, in time, and under a quittance. */
    S10_WITHDRAWALS("S10_Withdrawals"),
    /** A haircut comes last, and is fair. */
    S11_HAIRCUT("S11_Haircut"),
    /** Who takes over can afford it, and nobody stays flagged. */
    S12_TAKEOVER("S12_Takeover"),
    /** The same log gives the same state. */
    S13_DETERMINISTIC("S13_Deterministic"),
    /** Keeping positions never needs more than trading with them. */
    S14_MARGIN_ORDER("S14_MarginOrder"),
    /** Evidence is applied once, and what is slashed is not lost. */
    S15_SLASHED("S15_Slashed"),
    /** A refused command changes nothing. */
    S16_REJECTED("S16_Rejected"),
    /** There are never quittances of two roots for one height. */
    QUITTANCE_AGREEMENT("QuittanceAgreement"),
    /** A quittance has the root that correct execution gives. */
    QUITTANCE_MATCHES_EXECUTION("QuittanceMatchesExecution"),
    /** Every replica executes every final block once, in order. */
    EXACTLY_ONCE("ExactlyOnce"),
    /** Ordering is never further ahead of quittances than it may be. */
    BOUNDED_LAG("BoundedLag"),
    /** Nothing that a correct replica attests convicts it. */
    NO_HONEST_ATTESTATION_EVIDENCE("NoHonestAttestationEvidence"),
    /** After faults stop, blocks of correct leaders are committed by all in bounded time. */
    LIVENESS("Liveness"),
    /** No input makes a correct replica fail; the specs have no word for it. */
    NO_FAILURE("NoFailure");

    private final String label;

    Property(String label) {
        this.label = label;
    }

    /**
     * What a run of a cluster is held against.
     *
     * @param settles are its payloads executed? Then one machine is watched; what needs a second
     *     one, or each command by itself, is for runs of settlement alone
     */
    public static List<Property> ofClusters(boolean settles) {
        EnumSet<Property> all = EnumSet.allOf(Property.class);
        all.removeAll(settles
                ? EnumSet.of(S13_DETERMINISTIC, S16_REJECTED)
                : EnumSet.range(S1_CONSERVATION, NO_HONEST_ATTESTATION_EVIDENCE));
        return List.copyOf(all);
    }

    /** What a run of settlement alone is held against. */
    public static List<Property> ofSettlement() {
        EnumSet<Property> all = EnumSet.range(S1_CONSERVATION, S16_REJECTED);
        all.add(NO_FAILURE);
        return List.copyOf(all);
    }

    /** The name of the property in the specs. */
    public String label() {
        return label;
    }
}
