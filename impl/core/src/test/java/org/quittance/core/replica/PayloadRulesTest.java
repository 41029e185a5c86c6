package org.quittance.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.EvidenceCommands;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;

class PayloadRulesTest {

    private static final Digest ROOT = Digest.fromHex("ab".repeat(32));
    private static final Digest OTHER = Digest.fromHex("cd".repeat(32));

    private final Four four = new Four();
    private final PayloadRules rules =
            new PayloadRules(four.verifier, new SealVerifier("test", Four.SCHEME));

    @Test
    void bytesThatAreNoContentsAreInvalid() {
        assertThat(rules.isValid(new Payload(Bytes.fromHex("")))).isFalse();
        assertThat(rules.isValid(new Payload(Bytes.fromHex("01000000")))).isFalse();
        assertThat(rules.isValid(new Payload(Bytes.fromHex("010000")))).isTrue();
    }

    @Test
    void everySealIsVerified() {
        SealedCommand good = Market.seal(new Command.Resume(0), 210, 211);
        SealedCommand forged = new SealedCommand(new Command.Resume(1), good.seals());
        SealedCommand foreign = SealedCommand.seal(
                "elsewhere", new Command.Resume(0), Four.SCHEME.signer(210));
        assertThat(isValid(good, good)).isTrue();
        assertThat(isValid(good, forged)).isFalse();
        assertThat(isValid(foreign)).isFalse();
        // Whether the seals suffice is for settlement to say.
        assertThat(isValid(Market.seal(new Command.Resume(7)))).isTrue();
    }

    @Test
    void theQuittanceIsVerified() {
        assertThat(isValid(four.quittance(7, ROOT, 0, 1, 2))).isTrue();
        assertThat(isValid(four.quittance(7, ROOT, 0, 1))).isFalse();
        Quittance good = four.quittance(7, ROOT, 0, 1, 2);
        assertThat(isValid(new Quittance(good.height(), OTHER, good.endorsements()))).isFalse();
    }

    @Test
    void evidenceIsVerified() {
        Signed nullify = four.signed(1, Statement.nullify(Four.view(3)));
        Signed finalize = four.signed(1, Statement.finalization(four.on(four.genesis, 3)));
        Signed forged = new Signed(Four.id(1), finalize.statement(), nullify.signature());
        Command.SubmitEvidence good =
                EvidenceCommands.of(Evidence.of(nullify, finalize).orElseThrow());
        assertThat(isValid(Market.seal(good))).isTrue();
        assertThat(isValid(Market.seal(EvidenceCommands.of(
                Evidence.of(nullify, forged).orElseThrow())))).isFalse();
        assertThat(isValid(Market.seal(new Command.SubmitEvidence(
                2, good.kind(), good.at(), good.first(), good.second())))).isFalse();
    }

    @Test
    void evidenceOfAttestationIsVerified() {
        AttestationEvidence two = AttestationEvidence.of(
                four.attestation(1, 7, ROOT), four.attestation(1, 7, OTHER)).orElseThrow();
        AttestationEvidence against = AttestationEvidence.of(
                four.attestation(1, 7, ROOT), four.quittance(7, OTHER, 0, 2, 3)).orElseThrow();
        AttestationEvidence light = AttestationEvidence.of(
                four.attestation(1, 7, ROOT), four.quittance(7, OTHER, 0, 2)).orElseThrow();
        assertThat(isValid(Market.seal(EvidenceCommands.of(two)))).isTrue();
        assertThat(isValid(Market.seal(EvidenceCommands.of(against)))).isTrue();
        assertThat(isValid(Market.seal(EvidenceCommands.of(light)))).isFalse();
    }

    private boolean isValid(SealedCommand... commands) {
        return rules.isValid(PayloadCodec.encode(
                new BlockContents(Optional.empty(), List.of(commands))));
    }

    private boolean isValid(Quittance quittance) {
        return rules.isValid(PayloadCodec.encode(
                new BlockContents(Optional.of(quittance), List.of())));
    }
}
