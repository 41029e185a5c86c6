package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.consensus.Effect;
import org.quittance.core.crypto.Signer;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.Chains;
import org.quittance.node.disk.DataDirectory;
import org.quittance.node.disk.Store;
import org.quittance.node.setup.Defaults;

/** Leaders wait for full blocks, but not for long; with nothing to do, for longer. */
class ProposingTest {

    private static final String CHAIN = "proposing";
    private static final long BATCH = 50;
    private static final long EMPTY = 200;

    @TempDir
    private Path directory;

    private final ValidatorSet validators = Chains.validators(CHAIN);
    private final Signer trader = new SimulationScheme(1).signer(9);
    private final Block genesis = Block.genesis(CHAIN, 0);
    private final CommandPool pool = new CommandPool();
    private DataDirectory data;
    private Store store;
    private NodeExecution execution;
    private Proposing proposing;

    @BeforeEach
    void open() throws Exception {
        data = DataDirectory.open(directory, true);
        store = Store.open(data, validators);
        SimulationScheme scheme = new SimulationScheme(1);
        Genesis members = new Genesis(Parameters.of(Defaults.parameters()),
                List.of(new Genesis.Account(trader.publicKey(), 100)),
                IntStream.range(0, 4).mapToObj(v -> new Genesis.Validator(
                        scheme.signer(v).publicKey(), 0, 1_000_000)).toList(),
                keys(scheme, 20), keys(scheme, 30));
        execution = NodeExecution.genesis(members, Optional.empty(), new Results(store, pool));
        proposing = new Proposing(store, pool, execution, genesis.digest(),
                new Proposing.Pace(BATCH, EMPTY));
    }

    private static List<org.quittance.core.base.PublicKey> keys(SimulationScheme scheme, int from) {
        return IntStream.range(from, from + 3)
                .mapToObj(k -> scheme.signer(k).publicKey()).toList();
    }

    @AfterEach
    void close() {
        store.close();
        data.close();
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private SealedCommand command(long nonce) {
        SealedCommand command =
                SealedCommand.seal(CHAIN, new Command.Cancel(0, nonce, 1), trader);
        assertThat(pool.add(command, 0)).isEqualTo(CommandPool.Added.NEW);
        proposing.poke();
        return command;
    }

    private Body stored(Block parent, SealedCommand... commands) {
        var payload = PayloadCodec.encode(
                new BlockContents(Optional.empty(), List.of(commands)));
        Body body = new Body(Block.on(parent, parent.view().next(), payload), payload);
        store.remember(new LogRecord.Stored(body));
        return body;
    }

    private void requested(Block parent) {
        proposing.requested(new Effect.RequestPayload(parent.view().next(), parent), 0);
    }

    private List<SealedCommand> answer(long at) {
        Optional<ReplicaInput> answer = proposing.answer(millis(at));
        assertThat(answer).isPresent();
        return ((ReplicaInput.Commands) answer.get()).commands();
    }

    @Test
    void aFinalParentIsFollowedAtOnce() {
        assertThat(proposing.patience(1_000)).isEqualTo(1_000);
        requested(genesis);
        assertThat(proposing.answer(millis(1))).isEmpty();
        SealedCommand first = command(0);
        assertThat(proposing.patience(1_000)).isZero();
        assertThat(answer(2)).containsExactly(first);
        // What was asked for was given.
        assertThat(proposing.answer(millis(3))).isEmpty();
    }

    @Test
    void untilTheParentIsFinalTheBlockGetsFuller() {
        SealedCommand taken = command(0);
        Body parent = stored(genesis, taken);
        requested(parent.block());
        SealedCommand second = command(1);
        assertThat(proposing.answer(millis(1))).isEmpty();
        // It doesn't spin meanwhile.
        assertThat(proposing.patience(millis(100))).isEqualTo(millis(2));
        SealedCommand third = command(2);
        assertThat(proposing.answer(millis(BATCH - 1))).isEmpty();
        store.remember(new LogRecord.Committed(execution.executed().next(), parent.block()));
        execution.execute(parent.block().digest(),
                new BlockContents(Optional.empty(), List.of(taken)));
        assertThat(answer(BATCH - 1)).containsExactly(second, third);
    }

    @Test
    void butNotForLong() {
        SealedCommand taken = command(0);
        Body parent = stored(genesis, taken);
        requested(parent.block());
        SealedCommand second = command(1);
        assertThat(proposing.answer(millis(BATCH - 1))).isEmpty();
        assertThat(answer(BATCH)).containsExactly(second);
    }

    @Test
    void withoutCommandsItIsEmptyAfterAWhile() {
        requested(genesis);
        assertThat(proposing.answer(millis(EMPTY - 1))).isEmpty();
        assertThat(answer(EMPTY)).isEmpty();
    }

    /** A block whose ancestors aren't here is empty: nobody can say what they have. */
    @Test
    void whatAncestorsHaveMustBeKnown() {
        command(0);
        Block unknown = Block.of(0, new View(3), View.GENESIS, genesis.digest(),
                genesis.digest());
        requested(unknown);
        assertThat(proposing.answer(millis(EMPTY - 1))).isEmpty();
        assertThat(answer(EMPTY)).isEmpty();
    }
}
