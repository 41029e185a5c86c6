package org.quittance.sim.check;

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
    /** After faults stop, blocks of correct leaders are committed by all in bounded time. */
    LIVENESS("Liveness"),
    /** No input makes a correct replica fail; the specs have no word for it. */
    NO_FAILURE("NoFailure");

    private final String label;

    Property(String label) {
        this.label = label;
    }

    /** The name of the property in the specs. */
    public String label() {
        return label;
    }
}
