package org.quittance.core.codec;

import java.util.Optional;
import org.quittance.core.base.Bytes;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Signed;

/**
 * The canonical bytes of evidence, in two halves: the two things that contradict each other, in
 * their order. Of attestations the second half begins with a tag, since it may be a quittance.
 */
public final class EvidenceCodec {

    private static final int ATTESTATION = 1;
    private static final int QUITTANCE = 2;

    private EvidenceCodec() {}

    /** The bytes of the first signed message. */
    public static Bytes first(Evidence evidence) {
        return bytes(evidence.first());
    }

    /** The bytes of the second signed message. */
    public static Bytes second(Evidence evidence) {
        return bytes(evidence.second());
    }

    /** The bytes of the first attestation. */
    public static Bytes first(AttestationEvidence evidence) {
        ByteWriter out = new ByteWriter();
        AttestationParts.write(out, switch (evidence) {
            case AttestationEvidence.TwoRoots two -> two.first();
            case AttestationEvidence.AgainstQuittance against -> against.attestation();
        });
        return Bytes.copyOf(out.toArray());
    }

    /** The bytes of what contradicts the first attestation. */
    public static Bytes second(AttestationEvidence evidence) {
        ByteWriter out = new ByteWriter();
        switch (evidence) {
            case AttestationEvidence.TwoRoots two ->
                    AttestationParts.write(out.tag(ATTESTATION), two.second());
            case AttestationEvidence.AgainstQuittance against ->
                    AttestationParts.write(out.tag(QUITTANCE), against.quittance());
        }
        return Bytes.copyOf(out.toArray());
    }

    /**
     * Reads both halves.
     *
     * @throws MalformedException if no evidence has them; the offset is within one of them
     */
    public static Evidence evidence(Bytes first, Bytes second) throws MalformedException {
        ByteReader one = new ByteReader(first.toArray());
        ByteReader two = new ByteReader(second.toArray());
        Evidence evidence = evidence(0, one, two);
        one.end();
        two.end();
        return evidence;
    }

    /**
     * Reads both halves.
     *
     * @throws MalformedException if no evidence has them; the offset is within one of them
     */
    public static AttestationEvidence attestationEvidence(Bytes first, Bytes second)
            throws MalformedException {
        ByteReader one = new ByteReader(first.toArray());
        ByteReader two = new ByteReader(second.toArray());
        AttestationEvidence evidence = attestationEvidence(0, one, two);
        one.end();
        two.end();
        return evidence;
    }

    static void write(ByteWriter out, Evidence evidence) {
        out.raw(first(evidence)).raw(second(evidence));
    }

    static Evidence readEvidence(ByteReader in) throws MalformedException {
        return evidence(in.position(), in, in);
    }

    static void write(ByteWriter out, AttestationEvidence evidence) {
        out.raw(first(evidence)).raw(second(evidence));
    }

    static AttestationEvidence readAttestationEvidence(ByteReader in) throws MalformedException {
        return attestationEvidence(in.position(), in, in);
    }

    private static Bytes bytes(Signed signed) {
        ByteWriter out = new ByteWriter();
        Parts.writeSigned(out, signed);
        return Bytes.copyOf(out.toArray());
    }

    private static Evidence evidence(int start, ByteReader one, ByteReader two)
            throws MalformedException {
        Signed first = Parts.readSigned(one, Kind::isVote);
        Signed second = Parts.readSigned(two, Kind::isVote);
        Optional<Evidence> evidence = Evidence.of(first, second);
        if (evidence.isEmpty() || !evidence.get().first().equals(first)) {
            throw one.fault(Malformed.CONTRADICTION, start,
                    "two messages that are no evidence, or are in the wrong order");
        }
        return evidence.get();
    }

    private static AttestationEvidence attestationEvidence(
            int start, ByteReader one, ByteReader two) throws MalformedException {
        Attestation first = AttestationParts.readAttestation(one);
        int place = two.position();
        int tag = two.tag();
        try {
            return switch (tag) {
                case ATTESTATION -> new AttestationEvidence.TwoRoots(
                        first, AttestationParts.readAttestation(two));
                case QUITTANCE -> new AttestationEvidence.AgainstQuittance(
                        first, AttestationParts.readQuittance(two));
                default -> throw two.fault(Malformed.BAD_TAG, place, "no evidence has tag " + tag);
            };
        } catch (IllegalArgumentException e) {
            throw one.fault(Malformed.CONTRADICTION, start, "these two are no evidence");
        }
    }
}
