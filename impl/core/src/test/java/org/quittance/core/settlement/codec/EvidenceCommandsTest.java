package org.quittance.core.settlement.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Statement;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.state.EvidenceKind;

class EvidenceCommandsTest {

    private static final Digest ROOT = Digest.fromHex("ab".repeat(32));
    private static final Digest OTHER = Digest.fromHex("cd".repeat(32));

    private final Four four = new Four();
    private final Evidence votes = Evidence.of(
            four.signed(1, Statement.nullify(Four.view(3))),
            four.signed(1, Statement.finalization(four.on(four.genesis, 3)))).orElseThrow();
    private final AttestationEvidence twoRoots = AttestationEvidence.of(
            four.attestation(1, 7, ROOT), four.attestation(1, 7, OTHER)).orElseThrow();
    private final AttestationEvidence against = AttestationEvidence.of(
            four.attestation(1, 7, ROOT), four.quittance(7, OTHER, 0, 2, 3)).orElseThrow();

    @Test
    void evidenceComesBackFromItsCommand() throws MalformedException {
        Command.SubmitEvidence command = EvidenceCommands.of(votes);
        assertThat(command.validator()).isEqualTo(1);
        assertThat(command.kind()).isEqualTo(EvidenceKind.VOTE);
        assertThat(command.at()).isEqualTo(3);
        assertThat(EvidenceCommands.votes(command)).contains(votes);
        assertThat(EvidenceCommands.attestations(command)).isEmpty();
        for (AttestationEvidence evidence : new AttestationEvidence[] {twoRoots, against}) {
            Command.SubmitEvidence attested = EvidenceCommands.of(evidence);
            assertThat(attested.at()).isEqualTo(7);
            assertThat(attested.kind()).isEqualTo(EvidenceKind.ATTESTATION);
            assertThat(EvidenceCommands.attestations(attested)).contains(evidence);
            assertThat(EvidenceCommands.votes(attested)).isEmpty();
            assertThat(CommandCodec.decode(CommandCodec.encode(attested))).isEqualTo(attested);
        }
    }

    /** Else a validator could be slashed for what another did, or twice for one deed. */
    @Test
    void aCommandThatSaysSomethingElseThanItsEvidenceIsNone() {
        Command.SubmitEvidence good = EvidenceCommands.of(votes);
        assertThat(EvidenceCommands.votes(with(good, 2, good.kind(), 3))).isEmpty();
        assertThat(EvidenceCommands.votes(with(good, 1, good.kind(), 4))).isEmpty();
        assertThat(EvidenceCommands.votes(new Command.SubmitEvidence(
                1, good.kind(), 3, good.second(), good.first()))).isEmpty();
        assertThat(EvidenceCommands.votes(new Command.SubmitEvidence(
                1, good.kind(), 3, good.first(), good.first()))).isEmpty();
        assertThat(EvidenceCommands.votes(new Command.SubmitEvidence(
                1, good.kind(), 3, Bytes.fromHex("00"), good.second()))).isEmpty();
        Command.SubmitEvidence attested = EvidenceCommands.of(twoRoots);
        assertThat(EvidenceCommands.attestations(with(attested, 2, attested.kind(), 7)))
                .isEmpty();
        assertThat(EvidenceCommands.attestations(with(attested, 1, attested.kind(), 8)))
                .isEmpty();
        assertThat(EvidenceCommands.attestations(with(good, 1, EvidenceKind.ATTESTATION, 3)))
                .isEmpty();
    }

    private static Command.SubmitEvidence with(
            Command.SubmitEvidence command, int validator, EvidenceKind kind, long at) {
        return new Command.SubmitEvidence(
                validator, kind, at, command.first(), command.second());
    }
}
