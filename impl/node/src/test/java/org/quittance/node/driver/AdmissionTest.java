package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.node.setup.Defaults;
import org.quittance.sim.host.Keys;

class AdmissionTest {

    private static final String CHAIN = "test";

    /** Validators 0 to 3 have accounts 0 to 3; 4 to 6 are custodians, 7 to 9 governors. */
    private final List<Signer> keys = Keys.ed25519(
            IntStream.range(0, 11).mapToObj(k -> 1L).toList(), 5).signers();
    private final Genesis genesis = new Genesis(Parameters.of(Defaults.parameters()),
            keys.subList(0, 4).stream()
                    .map(key -> new Genesis.Account(key.publicKey(), 100)).toList(),
            IntStream.range(0, 4).mapToObj(v ->
                    new Genesis.Validator(keys.get(v).publicKey(), v, 1_000_000)).toList(),
            keys.subList(4, 7).stream().map(Signer::publicKey).toList(),
            keys.subList(7, 10).stream().map(Signer::publicKey).toList());
    private final MerkleTrie state =
            SettlementExecution.genesis(genesis, EventSink.NONE).trie();

    private boolean isWelcome(Command command, int... by) {
        return isWelcome(() -> Optional.of(state), command, by);
    }

    private boolean isWelcome(
            Supplier<Optional<MerkleTrie>> now, Command command, int... by) {
        Signer[] signers = IntStream.of(by).mapToObj(keys::get).toArray(Signer[]::new);
        return new Admission(genesis, now)
                .isWelcome(SealedCommand.seal(CHAIN, command, signers));
    }

    @Test
    void whoHasAnAccountMayAskForSomethingInReach() {
        assertThat(isWelcome(new Command.Cancel(1, 0, 1), 1)).isTrue();
        assertThat(isWelcome(new Command.Cancel(1, Admission.AHEAD - 1, 1), 1)).isTrue();
        assertThat(isWelcome(new Command.Cancel(1, Admission.AHEAD, 1), 1)).isFalse();
    }

    @Test
    void nobodyElseMay() {
        assertThat(isWelcome(new Command.Cancel(1, 0, 1))).isFalse();
        assertThat(isWelcome(new Command.Cancel(1, 0, 1), 2)).isFalse();
        assertThat(isWelcome(new Command.Cancel(1, 0, 1), 1, 2)).isFalse();
        assertThat(isWelcome(new Command.Cancel(10, 0, 1), 10)).isFalse();
    }

    @Test
    void membersMayDoWhatTheyAreFor() {
        assertThat(isWelcome(new Command.Pause(9, 0), 7, 8)).isTrue();
        assertThat(isWelcome(new Command.Pause(9, 0), 4, 5)).isFalse();
        assertThat(isWelcome(new Command.ListGroup(1, 9), 9)).isTrue();
        assertThat(isWelcome(new Command.ListGroup(1, 9))).isFalse();
        Command deposit = new Command.Deposit(1, 0, keys.get(0).publicKey(), 5);
        assertThat(isWelcome(deposit, 4, 5)).isTrue();
        assertThat(isWelcome(deposit, 7, 8)).isFalse();
        assertThat(isWelcome(new Command.Report(2, 1, 100), 2)).isTrue();
        assertThat(isWelcome(new Command.Report(2, 1, 100), 1)).isFalse();
        assertThat(isWelcome(new Command.Report(4, 1, 100), 4)).isFalse();
    }

    @Test
    void whatAnyoneMayAskForMustBeThere() {
        assertThat(isWelcome(new Command.ExecuteWithdrawal(0))).isFalse();
        Bytes half = Bytes.copyOf(new byte[1]);
        assertThat(isWelcome(new Command.SubmitEvidence(3, EvidenceKind.VOTE, 1, half, half)))
                .isTrue();
        assertThat(isWelcome(new Command.SubmitEvidence(4, EvidenceKind.VOTE, 1, half, half)))
                .isFalse();
    }

    @Test
    void asLongAsNoStateIsKnownAllAreWelcome() {
        assertThat(isWelcome(Optional::empty, new Command.Cancel(1, 0, 1))).isTrue();
    }
}
