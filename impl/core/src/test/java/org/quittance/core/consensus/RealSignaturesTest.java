package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/** The machine and the verifier with Ed25519, under four key pairs of RFC 8032, 7.1. */
class RealSignaturesTest {

    private static final String[][] KEYS = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"},
        {"f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5",
            "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e"}};

    private final Ed25519 scheme = new Ed25519();
    private final List<Signer> signers = IntStream.range(0, KEYS.length)
            .mapToObj(i -> scheme.signer(
                    Bytes.fromHex(KEYS[i][0]),
                    new PublicKey(SchemeId.ED25519, Bytes.fromHex(KEYS[i][1]))))
            .toList();
    private final ValidatorSet validators = new ValidatorSet("real", 0, signers.stream()
            .map(signer -> new Validator(new Weight(1), signer.publicKey())).toList());
    private final Verifier verifier = new Verifier(validators, scheme);
    private final Statement nullify = Statement.nullify(Four.view(1));

    private Signed signed(int signer) {
        byte[] bytes = SigningBytes.of(validators, nullify);
        return new Signed(Four.id(signer), nullify, signers.get(signer).sign(bytes));
    }

    private Verdict verdict(Message message) {
        return verifier.verify(Four.id(1), Envelope.of(validators, message));
    }

    @Test
    void votesAddUpToACertificateThatOthersAccept() {
        Config config = new Config(validators, Four.id(0), signers.get(0),
                Four.APPLICATION, Four.TIMING);
        State state = Simplex.start(config).state();
        for (int signer = 1; signer < 4; signer++) {
            Verdict verdict = verdict(new Vote(signed(signer)));
            assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
            state = Simplex.step(state, new Input.Received(
                    Four.id(signer), ((Verdict.Accepted) verdict).message())).state();
        }
        List<Certificate> held = state.certificates().at(Four.view(1));
        assertThat(held).singleElement().satisfies(certificate ->
                assertThat(verdict(certificate)).isInstanceOf(Verdict.Accepted.class));
    }

    @Test
    void simulatedSignaturesAreNotAccepted() {
        Signed simulated = new Signed(Four.id(1), nullify,
                Four.SCHEME.signer(1).sign(SigningBytes.of(validators, nullify)));
        assertThat(verdict(new Vote(simulated)))
                .isEqualTo(new Verdict.Rejected(Rejection.WRONG_SCHEME));
        Signed forged = new Signed(Four.id(1), nullify, signed(2).signature());
        assertThat(verdict(new Vote(forged)))
                .isEqualTo(new Verdict.Rejected(Rejection.BAD_SIGNATURE));
    }
}
