package org.quittance.core.codec;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Vote;

/** Canonical bytes of messages: version, chain id, epoch, tag of the message, message. */
public final class MessageCodec {

    /**
     * No message is longer, in bytes: 8 MiB. The longest that correct validators send, a response
     * with certificates of the largest validator set, has little more than half of that.
     */
    public static final int MAX_SIZE = 1 << 23;

    private static final int VERSION = 1;

    private static final int PROPOSAL = 1;
    private static final int VOTE = 2;
    private static final int CERTIFICATE = 3;
    private static final int CERTIFICATE_REQUEST = 4;
    private static final int CERTIFICATE_RESPONSE = 5;
    private static final int BLOCK_REQUEST = 6;
    private static final int BLOCK_RESPONSE = 7;
    private static final int ATTESTATION = 16;
    private static final int QUITTANCE = 17;

    private MessageCodec() {}

    /** The bytes of a message with its chain and epoch. */
    public static byte[] encode(Envelope envelope) {
        ByteWriter out = new ByteWriter()
                .tag(VERSION).text(envelope.chainId()).number(envelope.epoch());
        write(out, envelope.message());
        return out.toArray();
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if no envelope has this encoding, or it is too long
     */
    public static Envelope decode(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        if (bytes.length > MAX_SIZE) {
            throw in.fault(Malformed.TOO_LONG, 0, "no message has " + bytes.length + " bytes");
        }
        int version = in.tag();
        if (version != VERSION) {
            throw in.fault(Malformed.BAD_TAG, 0, "no version " + version + " of messages");
        }
        String chainId = chainId(in);
        long epoch = in.number(Long.MAX_VALUE);
        Envelope envelope = new Envelope(chainId, epoch, readMessage(in));
        in.end();
        return envelope;
    }

    static String chainId(ByteReader in) throws MalformedException {
        int start = in.position();
        String chainId = in.text(64);
        try {
            return ValidatorSet.checkChainId(chainId);
        } catch (IllegalArgumentException e) {
            throw in.fault(Malformed.OUT_OF_RANGE, start, "not a chain id");
        }
    }

    private static void write(ByteWriter out, Message message) {
        switch (message) {
            case Proposal proposal -> {
                Parts.writeSigned(out.tag(PROPOSAL), proposal.signed());
                out.sized(proposal.payload().bytes());
            }
            case Vote vote -> Parts.writeSigned(out.tag(VOTE), vote.signed());
            case Certificate certificate ->
                    Parts.writeCertificate(out.tag(CERTIFICATE), certificate);
            case CertificateRequest request -> out.tag(CERTIFICATE_REQUEST)
                    .number(request.from().number()).number(request.to().number());
            case CertificateResponse response -> {
                out.tag(CERTIFICATE_RESPONSE).number(response.certificates().size());
                response.certificates().forEach(held -> Parts.writeCertificate(out, held));
            }
            case BlockRequest request ->
                    out.tag(BLOCK_REQUEST).digest(request.digest()).number(request.limit());
            case BlockResponse response -> {
                out.tag(BLOCK_RESPONSE).number(response.bodies().size());
                response.bodies().forEach(body -> Parts.writeBody(out, body));
            }
            case Attestation attestation ->
                    AttestationParts.write(out.tag(ATTESTATION), attestation);
            case Quittance quittance -> AttestationParts.write(out.tag(QUITTANCE), quittance);
        }
    }

    private static Message readMessage(ByteReader in) throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        return switch (tag) {
            case PROPOSAL -> readProposal(in);
            case VOTE -> readVote(in);
            case CERTIFICATE -> Parts.readCertificate(in);
            case CERTIFICATE_REQUEST -> readCertificateRequest(in);
            case CERTIFICATE_RESPONSE -> readCertificateResponse(in);
            case BLOCK_REQUEST -> readBlockRequest(in);
            case BLOCK_RESPONSE -> readBlockResponse(in);
            case ATTESTATION -> AttestationParts.readAttestation(in);
            case QUITTANCE -> AttestationParts.readQuittance(in);
            default -> throw in.fault(Malformed.BAD_TAG, start, "no message has tag " + tag);
        };
    }

    static Proposal readProposal(ByteReader in) throws MalformedException {
        return new Proposal(
                Parts.readSigned(in, kind -> kind == Kind.PROPOSE), Parts.readPayload(in));
    }

    static Vote readVote(ByteReader in) throws MalformedException {
        return new Vote(Parts.readSigned(in, Kind::isVote));
    }

    private static CertificateRequest readCertificateRequest(ByteReader in)
            throws MalformedException {
        int start = in.position();
        View from = Parts.readView(in);
        View to = Parts.readView(in);
        if (to.compareTo(from) < 0) {
            throw in.fault(Malformed.CONTRADICTION, start, "the last view is below the first");
        }
        return new CertificateRequest(from, to);
    }

    private static CertificateResponse readCertificateResponse(ByteReader in)
            throws MalformedException {
        long size = in.number(CertificateResponse.MAX_SIZE);
        List<Certificate> certificates = new ArrayList<>();
        for (long k = 0; k < size; k++) {
            certificates.add(Parts.readCertificate(in));
        }
        return new CertificateResponse(certificates);
    }

    private static BlockRequest readBlockRequest(ByteReader in) throws MalformedException {
        var digest = in.digest();
        int start = in.position();
        int limit = (int) in.number(BlockResponse.MAX_SIZE);
        if (limit == 0) {
            throw in.fault(Malformed.OUT_OF_RANGE, start, "a request for no block");
        }
        return new BlockRequest(digest, limit);
    }

    private static BlockResponse readBlockResponse(ByteReader in) throws MalformedException {
        long size = in.number(BlockResponse.MAX_SIZE);
        List<Body> bodies = new ArrayList<>();
        for (long k = 0; k < size; k++) {
            bodies.add(Parts.readBody(in));
        }
        return new BlockResponse(bodies);
    }
}
