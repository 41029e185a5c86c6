package org.quittance.core.codec;

import org.quittance.core.base.Height;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Vote;

/** Canonical bytes of log records: tag, then what the record holds. */
public final class RecordCodec {

    private static final int OWN_PROPOSAL = 1;
    private static final int OWN_VOTE = 2;
    private static final int STORED = 3;
    private static final int HELD = 4;
    private static final int COMMITTED = 5;
    private static final int CONVICTED = 6;
    private static final int ATTESTED = 16;
    private static final int DIVERGED = 17;
    private static final int ACCUSED = 18;

    private RecordCodec() {}

    /** The bytes of a record. Genesis has none, and is in no record. */
    public static byte[] encode(LogRecord record) {
        ByteWriter out = new ByteWriter();
        switch (record) {
            case LogRecord.Own(Proposal proposal) -> {
                Parts.writeSigned(out.tag(OWN_PROPOSAL), proposal.signed());
                out.sized(proposal.payload().bytes());
            }
            case LogRecord.Own(Vote vote) ->
                    Parts.writeSigned(out.tag(OWN_VOTE), vote.signed());
            case LogRecord.Stored stored -> Parts.writeBody(out.tag(STORED), stored.body());
            case LogRecord.Held held ->
                    Parts.writeCertificate(out.tag(HELD), held.certificate());
            case LogRecord.Committed committed -> Parts.writeBlock(
                    out.tag(COMMITTED).number(committed.height().number()), committed.block());
            case LogRecord.Convicted convicted ->
                    EvidenceCodec.write(out.tag(CONVICTED), convicted.evidence());
            case LogRecord.Attested attested ->
                    AttestationParts.write(out.tag(ATTESTED), attested.attestation());
            case LogRecord.Diverged diverged -> AttestationParts.write(
                    out.tag(DIVERGED).digest(diverged.own()), diverged.quittance());
            case LogRecord.Accused accused ->
                    EvidenceCodec.write(out.tag(ACCUSED), accused.evidence());
        }
        return out.toArray();
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if no record has this encoding
     */
    public static LogRecord decode(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        LogRecord record = read(in);
        in.end();
        return record;
    }

    static LogRecord read(ByteReader in) throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        return switch (tag) {
            case OWN_PROPOSAL -> new LogRecord.Own(MessageCodec.readProposal(in));
            case OWN_VOTE -> new LogRecord.Own(MessageCodec.readVote(in));
            case STORED -> new LogRecord.Stored(Parts.readBody(in));
            case HELD -> new LogRecord.Held(Parts.readCertificate(in));
            case COMMITTED -> new LogRecord.Committed(
                    new Height(in.number(Long.MAX_VALUE)), Parts.readBlock(in));
            case CONVICTED -> new LogRecord.Convicted(EvidenceCodec.readEvidence(in));
            case ATTESTED -> new LogRecord.Attested(AttestationParts.readAttestation(in));
            case DIVERGED -> new LogRecord.Diverged(
                    in.digest(), AttestationParts.readQuittance(in));
            case ACCUSED -> new LogRecord.Accused(EvidenceCodec.readAttestationEvidence(in));
            default -> throw in.fault(Malformed.BAD_TAG, start, "no record has tag " + tag);
        };
    }
}
