package org.quittance.core.settlement.codec;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.consensus.Four;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/** Commands of every kind. */
final class CommandSamples {

    private CommandSamples() {}

    static Arbitrary<Command> commands() {
        return Arbitraries.oneOf(List.of(
                with(numbers(), ids(), keys(), amounts()).as(Command.Deposit::new),
                with(ids(), numbers()).as(Command.ListGroup::new),
                with(ids(), amounts(), Arbitraries.of(Right.values()), ids())
                        .as(Command.ListSeries::new),
                with(numbers(), numbers()).as(Command.Pause::new),
                numbers().map(Command.Resume::new),
                Combinators.combine(ids(), numbers(), ids(), Arbitraries.of(Side.values()),
                        amounts(), amounts(), Arbitraries.of(OrderKind.values()))
                        .as(Command.Place::new),
                with(ids(), numbers(), numbers()).as(Command.Cancel::new),
                with(ids(), numbers(), amounts()).as(Command.Report::new),
                with(ids(), numbers(), amounts()).as(Command.RequestWithdrawal::new),
                with(ids(), numbers()).as(Command.ApproveWithdrawal::new),
                numbers().map(Command.ExecuteWithdrawal::new),
                with(ids(), numbers(), numbers()).as(Command.VoidWithdrawal::new),
                with(ids(), numbers(), ids()).as(Command.Takeover::new),
                Combinators.combine(ids(), Arbitraries.of(EvidenceKind.values()), numbers(),
                        bytes(), bytes()).as(Command.SubmitEvidence::new),
                with(ids(), numbers(), ids(), amounts()).as(Command.Stake::new),
                with(ids(), numbers(), ids(), amounts()).as(Command.Unstake::new),
                with(ids(), numbers(), ids()).as(Command.Join::new),
                with(ids(), numbers(), ids()).as(Command.Leave::new)));
    }

    static Arbitrary<SealedCommand> sealed() {
        Arbitrary<List<Integer>> signers =
                Arbitraries.integers().between(0, 9).list().uniqueElements().ofMaxSize(3);
        return Combinators.combine(commands(), signers).as((command, numbers) ->
                SealedCommand.seal("test", command, numbers.stream()
                        .map(Four.SCHEME::signer).toArray(Signer[]::new)));
    }

    private static <A, B> Combinators.Combinator2<A, B> with(Arbitrary<A> a, Arbitrary<B> b) {
        return Combinators.combine(a, b);
    }

    private static <A, B, C> Combinators.Combinator3<A, B, C> with(
            Arbitrary<A> a, Arbitrary<B> b, Arbitrary<C> c) {
        return Combinators.combine(a, b, c);
    }

    private static <A, B, C, D> Combinators.Combinator4<A, B, C, D> with(
            Arbitrary<A> a, Arbitrary<B> b, Arbitrary<C> c, Arbitrary<D> d) {
        return Combinators.combine(a, b, c, d);
    }

    private static Arbitrary<PublicKey> keys() {
        return Arbitraries.integers().between(0, 99)
                .map(number -> Four.SCHEME.signer(number).publicKey());
    }

    private static Arbitrary<Integer> ids() {
        return Arbitraries.oneOf(Arbitraries.of(0, 127, 128, Integer.MAX_VALUE),
                Arbitraries.integers().between(0, Integer.MAX_VALUE));
    }

    private static Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(Arbitraries.of(0L, 127L, 128L, Long.MAX_VALUE),
                Arbitraries.longs().between(0, Long.MAX_VALUE));
    }

    private static Arbitrary<Long> amounts() {
        long most = (1L << 62) - 1;
        return Arbitraries.oneOf(Arbitraries.of(0L, -1L, 63L, 64L, -64L, -65L, most, -most - 1),
                Arbitraries.longs().between(-most, most));
    }

    private static Arbitrary<Bytes> bytes() {
        return Arbitraries.integers().between(0, 40).map(size ->
                Bytes.copyOf(Arrays.copyOf(
                        Digest.sha256("sample", new byte[size]).bytes().toArray(), size)));
    }
}
