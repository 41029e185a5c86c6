package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

class VerifierTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final Block b = scene.b;
    private final Statement nullify = Statement.nullify(Four.view(3));

    @TestFactory
    List<DynamicTest> accepts() {
        return List.of(
                accepted("a vote", four.vote(1, nullify)),
                accepted("a proposal", scene.proposal(scene.a, 3)),
                accepted("a certificate", scene.notarizationOfA),
                accepted("a certificate with all signers", four.certificate(nullify, 0, 1, 2, 3)),
                accepted("a vote in the last view",
                        four.vote(1, Statement.nullify(Four.view(1L << 62)))),
                accepted("requests", new CertificateRequest(Four.view(0), Four.view(9))),
                accepted("requests for blocks", new BlockRequest(b.digest(), 3)),
                accepted("certificates", new CertificateResponse(List.of(scene.notarizationOfA))),
                accepted("a chain of blocks", new BlockResponse(List.of(body(b), body(scene.a)))));
    }

    @TestFactory
    List<DynamicTest> rejects() {
        int notLeader = four.others(1, four.leader(3))[0];
        Block late = four.on(b, Long.MAX_VALUE);
        Block otherEpoch = Block.of(
                1, Four.view(3), scene.a.view(), scene.a.digest(), b.payload());
        Block orphan = Block.of(0, Four.view(3), Four.view(0), Digest.NONE, b.payload());
        Payload payload = Four.payload("view 3");
        Signed proposed = four.signed(four.leader(3), Statement.propose(b));
        Endorsement outside = new Endorsement(Four.id(4), signature(0, nullify));
        Endorsement forged = new Endorsement(Four.id(2), signature(1, nullify));
        Endorsement zero = endorsement(0, nullify);
        Endorsement one = endorsement(1, nullify);
        Endorsement two = endorsement(2, nullify);
        Certificate light = four.certificate(nullify, 0, 1);
        return List.of(
                rejected(Rejection.VIEW_OUT_OF_RANGE, "of genesis",
                        Certificate.genesisFinalization(four.genesis)),
                rejected(Rejection.VIEW_OUT_OF_RANGE, "of the last view",
                        four.vote(1, Statement.notarize(late))),
                rejected(Rejection.VIEW_OUT_OF_RANGE, "after the last view",
                        four.vote(1, Statement.nullify(Four.view((1L << 62) + 1)))),
                rejected(Rejection.VIEW_OUT_OF_RANGE, "genesis as a block",
                        new BlockResponse(List.of(new Body(four.genesis, payload)))),
                rejected(Rejection.WRONG_EPOCH, "a block of another epoch",
                        four.vote(1, Statement.notarize(otherEpoch))),
                rejected(Rejection.WRONG_GENESIS, "a block on another genesis",
                        four.vote(1, Statement.finalization(orphan))),
                rejected(Rejection.UNKNOWN_SIGNER, "a vote of nobody",
                        new Vote(new Signed(Four.id(4), nullify, signature(1, nullify)))),
                rejected(Rejection.UNKNOWN_SIGNER, "a proposal of nobody", new Proposal(
                        new Signed(Four.id(4), proposed.statement(), proposed.signature()),
                        payload)),
                rejected(Rejection.UNKNOWN_SIGNER, "in a certificate",
                        new Certificate(nullify, List.of(zero, one, outside))),
                rejected(Rejection.UNKNOWN_SIGNER, "before signatures are looked at",
                        new Certificate(nullify, List.of(zero, forged, outside))),
                rejected(Rejection.DUPLICATE_SIGNER, "a signer twice",
                        new Certificate(nullify, List.of(zero, one, one))),
                rejected(Rejection.UNSORTED_SIGNERS, "signers out of order",
                        new Certificate(nullify, List.of(zero, two, one))),
                rejected(Rejection.TOO_LITTLE_WEIGHT, "two of four", light),
                rejected(Rejection.TOO_LITTLE_WEIGHT, "no signers",
                        new Certificate(nullify, List.of())),
                rejected(Rejection.TOO_LITTLE_WEIGHT, "one bad among several",
                        new CertificateResponse(List.of(scene.notarizationOfA, light))),
                rejected(Rejection.NOT_THE_LEADER, "a proposal of another", new Proposal(
                        four.signed(notLeader, Statement.propose(b)), payload)),
                rejected(Rejection.WRONG_PAYLOAD, "another payload",
                        new Proposal(proposed, Four.payload("other"))),
                rejected(Rejection.WRONG_PAYLOAD, "another payload of a block",
                        new BlockResponse(List.of(new Body(b, Four.payload("other"))))),
                rejected(Rejection.NOT_A_CHAIN, "blocks that skip one",
                        new BlockResponse(List.of(body(four.on(b, 4)), body(scene.a)))),
                rejected(Rejection.WRONG_SCHEME, "a signature of another scheme",
                        new Vote(new Signed(Four.id(1), nullify, new Signature(
                                SchemeId.ED25519, Bytes.copyOf(new byte[64]))))),
                rejected(Rejection.BAD_SIGNATURE, "a proposal with a vote's signature",
                        new Proposal(new Signed(Four.id(four.leader(3)), proposed.statement(),
                                signature(four.leader(3), Statement.notarize(b))), payload)),
                rejected(Rejection.BAD_SIGNATURE, "somebody else's signature",
                        new Vote(new Signed(Four.id(1), nullify, signature(2, nullify)))),
                rejected(Rejection.BAD_SIGNATURE, "a signature under another view", new Vote(
                        new Signed(Four.id(1), nullify,
                                signature(1, Statement.nullify(Four.view(4)))))),
                rejected(Rejection.BAD_SIGNATURE, "a vote to notarize posing as finalize",
                        new Vote(new Signed(Four.id(1), Statement.finalization(b),
                                signature(1, Statement.notarize(b))))),
                rejected(Rejection.BAD_SIGNATURE, "one forged among several",
                        new Certificate(nullify, List.of(zero, one, forged))));
    }

    @Test
    void otherChainsAndEpochsAreForeign() {
        Vote vote = four.vote(1, nullify);
        assertThat(four.verifier.verify(Four.id(1), new Envelope("other", 0, vote)))
                .isEqualTo(new Verdict.Rejected(Rejection.WRONG_CHAIN));
        assertThat(four.verifier.verify(Four.id(1), new Envelope("test", 1, vote)))
                .isEqualTo(new Verdict.Rejected(Rejection.WRONG_EPOCH));
    }

    @Test
    void whatWasSignedElsewhereIsNoSignatureHere() {
        for (Four other : List.of(
                Fixtures.onChain(four, "elsewhere"), Fixtures.inEpoch(four, 1))) {
            rejected(Rejection.BAD_SIGNATURE, other.vote(1, nullify));
        }
    }

    @Test
    void nobodyElseIsListenedTo() {
        assertThat(four.verifier.verify(
                Four.id(4), Envelope.of(four.validators, four.vote(1, nullify))))
                .isEqualTo(new Verdict.Rejected(Rejection.UNKNOWN_SENDER));
    }

    @Test
    void unequalWeightsDecideWhatAQuorumIs() {
        Four weighted = new Four(Four.weighted(1, 1, 1, 7));
        assertThat(weighted.verifier.verify(Four.id(0), Envelope.of(
                weighted.validators, weighted.certificate(nullify, 0, 1, 2))))
                .isEqualTo(new Verdict.Rejected(Rejection.TOO_LITTLE_WEIGHT));
        assertThat(weighted.verifier.verify(Four.id(0), Envelope.of(
                weighted.validators, weighted.certificate(nullify, 3))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void onlyTheVerifierMakesVerifiedMessages() {
        assertThat(Verifier.Verified.class.getDeclaredConstructors())
                .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
        assertThat(Arrays.stream(Input.Received.class.getRecordComponents())
                .map(component -> component.getType().getSimpleName()))
                .containsExactly("ValidatorId", "Verified");
    }

    private DynamicTest accepted(String name, Message message) {
        return DynamicTest.dynamicTest(name, () -> assertThat(verdict(message))
                .isInstanceOfSatisfying(Verdict.Accepted.class, accepted ->
                        assertThat(accepted.message()).hasToString(message.toString())
                                .extracting(Verifier.Verified::message).isEqualTo(message)));
    }

    private DynamicTest rejected(Rejection reason, String name, Message message) {
        return DynamicTest.dynamicTest(reason + ": " + name, () -> rejected(reason, message));
    }

    private void rejected(Rejection reason, Message message) {
        assertThat(verdict(message)).isEqualTo(new Verdict.Rejected(reason));
    }

    private Verdict verdict(Message message) {
        return four.verifier.verify(Four.id(1), Envelope.of(four.validators, message));
    }

    private Signature signature(int signer, Statement statement) {
        return four.signed(signer, statement).signature();
    }

    private Endorsement endorsement(int signer, Statement statement) {
        return new Endorsement(Four.id(signer), signature(signer, statement));
    }

    private static Body body(Block block) {
        return new Body(block, Four.payload("view " + block.view().number()));
    }
}
