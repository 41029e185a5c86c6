package org.quittance.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.PublicKey;
import org.quittance.core.consensus.Four;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/** A clearinghouse with four validators and two traders, and commands for it. */
final class Market {

    /** The first account that is no validator's; the other trader has the next one. */
    static final int TRADER = 4;

    static final long CASH = 1_000_000_000;

    static final Parameters PARAMETERS = new Parameters(
            2000, 1000, 2, 1, 1_000_000, 1000, 1000, 3, 1, 1000, 500, 3, 10, 5, 5, 10, 1,
            CASH, 2, 2, 1_000_000, 1_000_000, 100, 10, 10);

    static final Genesis GENESIS = new Genesis(
            PARAMETERS,
            IntStream.range(0, 6).mapToObj(account ->
                    new Genesis.Account(key(100 + account), account < TRADER ? 0 : CASH)).toList(),
            IntStream.range(0, 4).mapToObj(validator ->
                    new Genesis.Validator(key(validator), validator, 1000)).toList(),
            IntStream.range(200, 203).mapToObj(Market::key).toList(),
            IntStream.range(210, 213).mapToObj(Market::key).toList());

    private Market() {}

    private static PublicKey key(int number) {
        return Four.SCHEME.signer(number).publicKey();
    }

    static SealedCommand seal(Command command, int... signers) {
        return SealedCommand.seal("test", command, IntStream.of(signers)
                .mapToObj(Four.SCHEME::signer).toArray(Signer[]::new));
    }

    /** A group with a call, and a first price. */
    static List<SealedCommand> opening() {
        List<SealedCommand> commands = new ArrayList<>();
        commands.add(seal(new Command.ListGroup(1, 1000), 210, 212));
        commands.add(seal(new Command.ListSeries(1, 1000, Right.CALL, 1), 210, 212));
        commands.addAll(reports(1, 1000));
        return commands;
    }

    /** All validators report this price in a round. */
    static List<SealedCommand> reports(long round, long price) {
        return IntStream.range(0, 4).mapToObj(validator ->
                seal(new Command.Report(validator, round, price), validator)).toList();
    }

    static SealedCommand deposit(long ext, long amount) {
        return seal(new Command.Deposit(ext, TRADER, key(100 + TRADER), amount), 200, 201);
    }

    /** An order of one of the traders for two contracts. */
    static SealedCommand order(int trader, long nonce, Side side, long price) {
        return seal(new Command.Place(
                trader, nonce, 1, side, price, 2, OrderKind.GTC), 100 + trader);
    }
}
