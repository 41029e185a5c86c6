package org.quittance.core.codec;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/** Values of every kind that has bytes. */
final class Samples {

    private Samples() {}

    static Arbitrary<Envelope> envelopes() {
        Arbitrary<String> chains = Arbitraries.strings()
                .withChars("aZ09._-").ofMinLength(1).ofMaxLength(64);
        return Combinators.combine(chains, numbers(), messages()).as(Envelope::new);
    }

    static Arbitrary<Message> messages() {
        Arbitrary<Message> requests = Combinators.combine(views(), views()).as((a, b) ->
                a.compareTo(b) <= 0 ? new CertificateRequest(a, b) : new CertificateRequest(b, a));
        Arbitrary<Message> blockRequests = Combinators.combine(
                digests(), Arbitraries.integers().between(1, BlockResponse.MAX_SIZE))
                .as(BlockRequest::new);
        return Arbitraries.oneOf(
                proposals().map(m -> m),
                votes().map(m -> m),
                certificates().map(m -> m),
                requests,
                certificates().list().ofMaxSize(3).map(CertificateResponse::new),
                blockRequests,
                bodies().list().ofMaxSize(3).map(BlockResponse::new),
                attestations().map(m -> m),
                quittances().map(m -> m));
    }

    static Arbitrary<LogRecord> records() {
        return Arbitraries.oneOf(
                proposals().map(LogRecord.Own::new),
                votes().map(LogRecord.Own::new),
                bodies().map(LogRecord.Stored::new),
                certificates().map(LogRecord.Held::new),
                evidence().map(LogRecord.Convicted::new),
                attestations().map(LogRecord.Attested::new),
                Combinators.combine(digests(), quittances()).as(LogRecord.Diverged::new),
                attestationEvidence().map(LogRecord.Accused::new),
                Combinators.combine(numbers().map(Height::new), blocks())
                        .as(LogRecord.Committed::new));
    }

    static Arbitrary<Evidence> evidence() {
        return Combinators.combine(
                validators(), blocks(), payloads(), signatures(), signatures(),
                Arbitraries.integers().between(1, 4)).as((signer, block, payload, s, t, pair) -> {
            Block other = Block.of(block.epoch(), block.view(), block.parentView(),
                    block.parent(), Digest.sha256("other", block.payload().bytes().toArray()));
            Statement first = switch (pair) {
                case 1, 4 -> Statement.notarize(block);
                case 2 -> Statement.finalization(block);
                default -> Statement.nullify(block.view());
            };
            Statement second = pair == 1
                    ? Statement.notarize(other)
                    : Statement.finalization(other);
            return Evidence.of(
                    new Signed(signer, first, s), new Signed(signer, second, t)).orElseThrow();
        });
    }

    static Arbitrary<AttestationEvidence> attestationEvidence() {
        Arbitrary<AttestationEvidence> twoRoots = Combinators.combine(
                attestations(), digests(), signatures())
                .filter((first, root, signature) -> !first.root().equals(root))
                .as((first, root, signature) -> AttestationEvidence.of(first, new Attestation(
                        first.signer(), first.height(), root, signature)).orElseThrow());
        Arbitrary<AttestationEvidence> against = Combinators.combine(
                attestations(), digests(), endorsements())
                .filter((first, root, endorsements) -> !first.root().equals(root))
                .as((first, root, endorsements) -> AttestationEvidence.of(first, new Quittance(
                        first.height(), root, endorsements.stream()
                                .filter(e -> !e.signer().equals(first.signer())).toList()))
                        .orElseThrow());
        return Arbitraries.oneOf(twoRoots, against);
    }

    static Arbitrary<Attestation> attestations() {
        return Combinators.combine(validators(), heights(), digests(), signatures())
                .as(Attestation::new);
    }

    static Arbitrary<Quittance> quittances() {
        return Combinators.combine(heights(), digests(), endorsements()).as(Quittance::new);
    }

    /** Any height but that of genesis. */
    static Arbitrary<Height> heights() {
        return numbers().filter(number -> number > 0).map(Height::new);
    }

    static Arbitrary<Certificate> certificates() {
        return Combinators.combine(voteStatements(), endorsements()).as(Certificate::new);
    }

    static Arbitrary<List<Endorsement>> endorsements() {
        return validators().list().ofMaxSize(5)
                .flatMap(ids -> signatures().map(signature -> new TreeSet<>(ids).stream()
                        .sorted(Comparator.naturalOrder())
                        .map(id -> new Endorsement(id, signature)).toList()));
    }

    static Arbitrary<Vote> votes() {
        return Combinators.combine(validators(), voteStatements(), signatures())
                .as(Signed::new).map(Vote::new);
    }

    static Arbitrary<Proposal> proposals() {
        return Combinators.combine(
                Combinators.combine(validators(), blocks().map(Statement::propose), signatures())
                        .as(Signed::new),
                payloads()).as(Proposal::new);
    }

    static Arbitrary<Statement> voteStatements() {
        return Arbitraries.oneOf(
                blocks().map(Statement::notarize),
                blocks().map(Statement::finalization),
                views().filter(view -> !view.isGenesis()).map(Statement::nullify));
    }

    static Arbitrary<Body> bodies() {
        return Combinators.combine(blocks(), payloads()).as(Body::new);
    }

    static Arbitrary<Block> blocks() {
        return Combinators.combine(numbers(), views(), views(), digests(), digests())
                .filter((epoch, a, b, parent, payload) -> !a.equals(b))
                .as((epoch, a, b, parent, payload) -> a.compareTo(b) > 0
                        ? Block.of(epoch, a, b, parent, payload)
                        : Block.of(epoch, b, a, parent, payload));
    }

    static Arbitrary<Payload> payloads() {
        return bytes(0, 40).map(Payload::new);
    }

    static Arbitrary<View> views() {
        return numbers().map(View::new);
    }

    static Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 127L, 128L, 16_383L, 16_384L, Long.MAX_VALUE),
                Arbitraries.longs().between(0, 300),
                Arbitraries.longs().between(0, Long.MAX_VALUE));
    }

    static Arbitrary<ValidatorId> validators() {
        return Arbitraries.integers().between(0, 1023).map(ValidatorId::new);
    }

    static Arbitrary<Digest> digests() {
        return bytes(Digest.SIZE, Digest.SIZE).map(Digest::new);
    }

    static Arbitrary<Signature> signatures() {
        return Arbitraries.of(SchemeId.values()).flatMap(scheme ->
                bytes(scheme.signatureSize(), scheme.signatureSize())
                        .map(value -> new Signature(scheme, value)));
    }

    static Arbitrary<Bytes> bytes(int least, int most) {
        return Arbitraries.bytes().array(byte[].class)
                .ofMinSize(least).ofMaxSize(most).map(Bytes::copyOf);
    }
}
