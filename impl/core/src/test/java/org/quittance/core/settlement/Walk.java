package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.WithdrawalStatus;

/**
 * A clearinghouse that gets commands by chance, twice: one that is traced, and one that isn't.
 * After each step it is checked that nothing changed that wasn't reported.
 */
final class Walk {

    /** So little that a large move of the price is too much for some. */
    private static final long CASH = 250;

    final World world;
    private final Settlement silent;
    private final Random random;
    /** Does anyone take over a flagged account? Otherwise it is left to its fate. */
    private final boolean takesOver;
    private final SortedMap<Key, Value> reported;
    private final SortedMap<Key, Value> marked;
    private int seen;
    private long price = 100;

    Walk(long seed) {
        this.world = new World(parameters());
        this.random = new Random(seed);
        this.takesOver = seed % 2 == 0;
        this.silent = new World(parameters(), false).settlement;
        for (int account : new int[] {World.ANN, World.BOB, World.CID}) {
            world.state.accounts().setCash(account, CASH);
            silent.state().accounts().setCash(account, CASH);
        }
        world.state.treasury().setExternalIn(150 + 3 * CASH);
        silent.state().treasury().setExternalIn(150 + 3 * CASH);
        world.forget();
        this.reported = world.entries();
        this.marked = world.entries();
    }

    private static SortedMap<String, Long> parameters() {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put("MaxMove", 1500L);
        parameters.put("MaxOrders", 5L);
        parameters.put("MaxGroups", 9L);
        parameters.put("MaxSeries", 9L);
        parameters.put("InitialRate", 3000L);
        parameters.put("MaintenanceRate", 1500L);
        return parameters;
    }

    /** One block: some commands, and what follows from them. */
    void block() {
        if (random.nextInt(3) == 0) {
            long at = random.nextInt(1 + (int) world.settlement.height());
            assertThat(silent.quit(at)).isEqualTo(world.settlement.quit(at));
            checkReported();
        }
        report();
        if (takesOver && world.state.accounts().flaggedCount() > 0) {
            int bidder = 1 + random.nextInt(3);
            perform(takeover(bidder, world.state.accounts().nonce(bidder)), World.by(bidder));
        }
        for (int k = random.nextInt(16); k > 0; k--) {
            execute();
        }
        long money = world.state.treasury().externalIn();
        world.settlement.endBlock();
        silent.endBlock();
        checkReported();
        checkMarked();
        assertThat(world.state.treasury().externalIn()).isEqualTo(money);
        assertThat(silent.state().ledger().entries()).isEqualTo(world.state.ledger().entries());
    }

    /** Validators report a price that moves, and now and then they don't. */
    private void report() {
        price = Math.max(20, random.nextInt(6) == 0
                ? 40 + random.nextInt(200)
                : price + random.nextInt(61) - 30);
        for (int validator = 0; validator < 2; validator++) {
            if (random.nextInt(20) > 0) {
                long own = random.nextInt(6) == 0 ? price + 20 : price;
                perform(new Command.Report(validator, world.state.oracle().round(), own),
                        Signers.of(World.key("validator", validator)));
            }
        }
    }

    private void execute() {
        int account = 1 + random.nextInt(3);
        long nonce = world.state.accounts().nonce(account) - (random.nextInt(20) == 0 ? 1 : 0);
        Command command = random.nextInt(5) > 0
                ? trade(account, nonce)
                : other(random.nextInt(takesOver ? 12 : 9), account, nonce);
        perform(command, switch (command) {
            case Command.OfAccount c -> World.by(c.account());
            case Command.Deposit c -> World.custodians(0, 1);
            case Command.ApproveWithdrawal c -> World.custodians(c.custodian());
            default -> World.governors(0, 1 + random.nextInt(8) % 2);
        });
    }

    private Command trade(int account, long nonce) {
        long order = world.state.book().nextOrder() - 1 - random.nextInt(4);
        if (random.nextInt(6) == 0) {
            return new Command.Cancel(account, nonce, order);
        }
        return new Command.Place(account, nonce, someSeries(),
                Side.values()[random.nextInt(2)], 8 + random.nextInt(5), 1 + random.nextInt(9),
                OrderKind.values()[random.nextInt(20) % 3]);
    }

    /** Any series that can be traded, or one that isn't listed. */
    private int someSeries() {
        List<Series> live = world.state.contracts().series().stream()
                .filter(each -> ContractRules.isLive(
                        world.state, world.state.contracts().groupOf(each)))
                .toList();
        boolean unlisted = live.isEmpty() || random.nextInt(9) == 0;
        int place = random.nextInt(live.size() + (unlisted ? 1 : 0));
        return place == live.size() ? 77 : live.get(place).id();
    }

    private Command other(int kind, int account, long nonce) {
        int validator = random.nextInt(2);
        long withdrawal = Math.max(1, world.state.treasury().nextWithdrawal() - 1);
        long governance = world.state.progress().governanceNonce();
        long height = world.settlement.height();
        return switch (kind) {
            case 0 -> new Command.Deposit(random.nextInt(50), account,
                    World.key("account", account), 1 + random.nextInt(200));
            case 1 -> new Command.ListGroup(3 + random.nextInt(3), height + random.nextInt(12));
            case 2 -> new Command.ListSeries(4 + random.nextInt(3), 60 + random.nextInt(90),
                    Right.values()[random.nextInt(2)], 2 + random.nextInt(3));
            case 3 -> new Command.Pause(height + random.nextInt(2), governance);
            case 4 -> new Command.Resume(governance);
            case 5 -> new Command.RequestWithdrawal(account, nonce, 1 + random.nextInt(90));
            case 6 -> new Command.ApproveWithdrawal(random.nextInt(3), withdrawal);
            case 7 -> random.nextInt(4) == 0
                    ? new Command.VoidWithdrawal(account, nonce, withdrawal)
                    : new Command.ExecuteWithdrawal(withdrawal);
            case 8 -> takeover(account, nonce);
            case 9 -> random.nextInt(9) > 0
                    ? new Command.Join(0, world.state.accounts().nonce(0), validator)
                    : evidence(validator);
            case 10 -> random.nextInt(4) == 0
                    ? new Command.Leave(0, world.state.accounts().nonce(0), validator)
                    : new Command.Stake(0, world.state.accounts().nonce(0), validator, 3);
            default -> new Command.Unstake(0, world.state.accounts().nonce(0), validator,
                    1 + random.nextInt(20));
        };
    }

    private Command evidence(int validator) {
        Bytes message = Bytes.copyOf(new byte[0]);
        EvidenceKind kind = EvidenceKind.values()[random.nextInt(2)];
        return new Command.SubmitEvidence(validator, kind, random.nextInt(3), message, message);
    }

    private Command takeover(int account, long nonce) {
        int target = account;
        for (int other = 1; other <= 3; other++) {
            target = world.state.accounts().isFlagged(other) ? other : target;
        }
        return new Command.Takeover(account, nonce, target);
    }

    private void perform(Command command, Signers signers) {
        SortedMap<Key, Value> before = world.entries();
        Outcome outcome = world.settlement.execute(command, signers);
        assertThat(silent.execute(command, signers)).isEqualTo(outcome);
        checkReported();
        if (!outcome.isAccepted()) {
            before.keySet().removeIf(key -> isNonce(key.variable()));
            SortedMap<Key, Value> after = world.entries();
            after.keySet().removeIf(key -> isNonce(key.variable()));
            assertThat(after).isEqualTo(before);
        }
    }

    private static boolean isNonce(Variable variable) {
        return variable == Variable.NONCE || variable == Variable.GOVERNANCE_NONCE;
    }

    /** The events since the last check report all that changed, and invariants hold. */
    private void checkReported() {
        for (Event event : world.events.subList(seen, world.events.size())) {
            if (event instanceof Event.EndBlock) {
                reported.clear();
            }
            event.post().entries().forEach(entry -> put(reported, entry));
        }
        seen = world.events.size();
        assertThat(reported).isEqualTo(world.entries());
        checkInvariants();
    }

    /** What was marked for the state root is all that changed. */
    private void checkMarked() {
        world.state.ledger().entries(world.state.ledger().marks().takeForRoot())
                .forEach(entry -> put(marked, entry));
        assertThat(marked).isEqualTo(world.entries());
    }

    private static void put(SortedMap<Key, Value> map, Entry entry) {
        if (entry.isPresent()) {
            map.put(entry.key(), entry.value());
        } else {
            map.remove(entry.key());
        }
    }

    /** S1, S2, S4 and S9. */
    private void checkInvariants() {
        State s = world.state;
        long money = s.treasury().insuranceFund();
        assertThat(money).isNotNegative();
        for (int account = 0; account < s.accounts().size(); account++) {
            assertThat(s.accounts().cash(account)).isNotNegative();
            money += s.accounts().cash(account);
        }
        for (int v = 0; v < s.validators().size(); v++) {
            assertThat(s.validators().stake(v)).isNotNegative();
            money += s.validators().stake(v) + s.validators().unbonding(v).amount();
        }
        for (long id = 1; id < s.treasury().nextWithdrawal(); id++) {
            var withdrawal = s.treasury().withdrawal(id);
            money += withdrawal.status() == WithdrawalStatus.PENDING ? withdrawal.amount() : 0;
        }
        assertThat(money).isEqualTo(s.treasury().externalIn() - s.treasury().externalOut());
        for (Series series : s.contracts().series()) {
            long open = 0;
            for (int account = 0; account < s.accounts().size(); account++) {
                open += s.positions().quantity(account, series);
            }
            assertThat(open).isZero();
            var bid = s.book().best(series, Side.BUY);
            var ask = s.book().best(series, Side.SELL);
            assertThat(bid == null || ask == null || bid.price() < ask.price()).isTrue();
        }
    }
}
