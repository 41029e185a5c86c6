package org.quittance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Outcome;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.Signers;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/**
 * Our settlement core with a market in it. Seals are taken for verified, no event is made, and no
 * root is computed: that has a benchmark of its own.
 */
public final class QuittanceEngine {

    private static final long CASH = 1_000_000_000_000L;
    private static final long FAR = 1L << 40;

    private final Settlement settlement;
    private final int validator;

    private QuittanceEngine(Settlement settlement, int validator) {
        this.settlement = settlement;
        this.validator = validator;
    }

    /** Commands made ready: making them is what decoding a block does, and not timed. */
    public record Script(List<Command> commands, List<Signers> signers) {

        /** What to execute so that the flow happens, with nonces in sequence. */
        public static Script of(Flow flow, Genesis genesis) {
            long[] nonces = new long[genesis.accounts().size()];
            List<Signers> ofAccounts = genesis.accounts().stream()
                    .map(account -> Signers.of(account.key())).toList();
            List<Command> commands = new ArrayList<>();
            List<Signers> signers = new ArrayList<>();
            for (int k = 0; k < flow.length(); k++) {
                int account = flow.account()[k];
                long nonce = nonces[account]++;
                commands.add(flow.kind()[k] == Flow.CANCEL
                        ? new Command.Cancel(account, nonce, flow.order()[k])
                        : new Command.Place(account, nonce, flow.series()[k] + 1,
                                flow.buy()[k] ? Side.BUY : Side.SELL, flow.price()[k],
                                flow.quantity()[k],
                                flow.kind()[k] == Flow.IOC ? OrderKind.IOC : OrderKind.GTC));
                signers.add(ofAccounts.get(account));
            }
            return new Script(commands, signers);
        }
    }

    /** The genesis of a market: margin of 20 % up and down, and 15 % to keep positions. */
    public static Genesis genesis(Market market) {
        List<Genesis.Account> accounts = IntStream.range(0, market.accounts())
                .mapToObj(k -> new Genesis.Account(key(k), CASH)).toList();
        List<PublicKey> members = List.of(key(market.accounts()));
        return new Genesis(
                new Parameters(
                        2_000, 1_500, 2, 1, 1L << 20, 1_000, FAR, 3, 1, 1_000, 1_000, 10, 0, 100,
                        100, 0, 0, 0, 1, 1, 1L << 20, 1L << 20, 1L << 12, 1L << 10, 1L << 20),
                accounts,
                List.of(new Genesis.Validator(members.get(0), 0, 1)),
                members,
                members);
    }

    private static PublicKey key(int number) {
        byte[] bytes = new byte[SchemeId.SIMULATION.keySize()];
        for (int k = 0; k < Integer.BYTES; k++) {
            bytes[k] = (byte) (number >> (Byte.SIZE * k));
        }
        return new PublicKey(SchemeId.SIMULATION, Bytes.copyOf(bytes));
    }

    /** A new one, with all series listed and a fresh price. */
    public static QuittanceEngine start(Market market, Genesis genesis) {
        Settlement settlement = Settlement.genesis(genesis);
        QuittanceEngine engine = new QuittanceEngine(settlement, 0);
        Signers members = Signers.of(genesis.governors().get(0));
        for (int group = 1; group <= market.groups(); group++) {
            engine.accept(new Command.ListGroup(group, FAR), members);
        }
        for (int k = 0; k < market.series(); k++) {
            engine.accept(new Command.ListSeries(k + 1, market.strike(k),
                    market.isCall(k) ? Right.CALL : Right.PUT, market.group(k)), members);
        }
        engine.report(Market.PRICE);
        settlement.endBlock();
        return engine;
    }

    /** The only validator reports a price, which is the price at the end of the block. */
    public void report(long price) {
        accept(new Command.Report(validator, settlement.state().oracle().round(), price),
                Signers.of(settlement.state().genesis().validators().get(validator).key()));
    }

    public Settlement settlement() {
        return settlement;
    }

    /** Executes some of the commands; one that is refused is an error. */
    public void run(Script script, int from, int to) {
        for (int k = from; k < to; k++) {
            accept(script.commands().get(k), script.signers().get(k));
        }
    }

    private void accept(Command command, Signers signers) {
        Outcome outcome = settlement.execute(command, signers);
        if (!outcome.isAccepted()) {
            throw new IllegalStateException(command + " was refused: " + outcome.rejection());
        }
    }

    /** What {@link Flow#moved} says of it. */
    public long moved() {
        long moved = 0;
        for (int k = 0; k < settlement.state().accounts().size(); k++) {
            moved += (settlement.state().accounts().cash(k) - CASH) * (k + 1);
        }
        return moved;
    }

    /** How many orders rest. */
    public int resting() {
        return settlement.state().book().size();
    }
}
