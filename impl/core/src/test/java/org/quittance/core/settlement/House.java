package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.base.PublicKey;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.settlement.state.Accounts;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/**
 * A clearinghouse that tests put into the state that they need, at height 10 with a fresh price of
 * 100. Accounts 0 to 5 have 1000 each; 4 and 5 own two validators each, with stakes of 100.
 */
final class House {

    static final long HEIGHT = 10;
    static final long PRICE = 100;
    static final int[] OWNERS = {4, 4, 5, 5};
    static final int CUSTODIANS = 1000;

    private static final SimulationScheme SCHEME = new SimulationScheme(7);
    private static final int GOVERNORS = 2000;
    private static final int VALIDATORS = 3000;

    final List<Event> events = new ArrayList<>();
    final EventSink sink = events::add;
    final State s;
    final Group group;
    final Series call;
    final Series put;

    House() {
        this(parameters());
    }

    House(Parameters parameters) {
        s = State.first(genesis(parameters), true);
        s.progress().setHeight(HEIGHT);
        s.oracle().setPrice(PRICE, HEIGHT);
        s.oracle().setRound(1, HEIGHT);
        group = new Group(1, HEIGHT + 5, GroupStatus.LIVE, List.of());
        s.contracts().put(group);
        call = s.contracts().list(1, 100, Right.CALL, 1);
        put = s.contracts().list(2, 100, Right.PUT, 1);
        s.post();
    }

    /** Margins of 20 % and 10 %, with floors of 2 and 1 for each short contract. */
    static Parameters parameters() {
        return new Parameters(2000, 1000, 2, 1, 1000, 1000, 3, 4, 2, 333, 500, 2, 10, 5, 6, 50,
                2, 500, 2, 2, 100, 50, 10, 5, 5);
    }

    private static Genesis genesis(Parameters parameters) {
        return new Genesis(
                parameters,
                IntStream.range(0, 6)
                        .mapToObj(a -> new Genesis.Account(key(a), 1000)).toList(),
                IntStream.range(0, OWNERS.length)
                        .mapToObj(v -> new Genesis.Validator(key(VALIDATORS + v), OWNERS[v], 100))
                        .toList(),
                IntStream.range(0, 3).mapToObj(k -> key(CUSTODIANS + k)).toList(),
                IntStream.range(0, 3).mapToObj(k -> key(GOVERNORS + k)).toList());
    }

    static PublicKey key(int number) {
        return SCHEME.signer(number).publicKey();
    }

    static Signers account(int account) {
        return Signers.of(key(account));
    }

    static Signers validator(int validator) {
        return Signers.of(key(VALIDATORS + validator));
    }

    static Signers custodian(int custodian) {
        return Signers.of(key(CUSTODIANS + custodian));
    }

    Accounts accounts() {
        return s.accounts();
    }

    House cash(long... amounts) {
        for (int a = 0; a < amounts.length; a++) {
            s.accounts().setCash(a, amounts[a]);
        }
        return this;
    }

    /** What accounts 0, 1, ... hold of the series; it should sum to zero. */
    House hold(Series series, long... quantities) {
        for (int a = 0; a < quantities.length; a++) {
            s.positions().set(a, series, quantities[a]);
        }
        return this;
    }

    long held(int account, Series series) {
        return s.positions().quantity(account, series);
    }

    House at(Phase phase) {
        s.progress().setPhase(phase);
        return this;
    }

    House atHeight(long height) {
        s.progress().setHeight(height);
        return this;
    }

    /** The price, agreed at this height. */
    House price(long price) {
        s.oracle().setPrice(price, s.height());
        return this;
    }

    House fund(long amount) {
        s.treasury().setInsuranceFund(amount);
        return this;
    }

    /** An account asks for so much; its cash is not touched. */
    House ask(int account, long amount) {
        long id = s.treasury().nextWithdrawal();
        s.treasury().put(new Withdrawal(
                id, account, amount, WithdrawalStatus.PENDING, HEIGHT, List.of(), 0));
        s.treasury().setNextWithdrawal(id + 1);
        return this;
    }

    /** What the account has asked for and not been paid. */
    long pendingOf(int account) {
        return s.treasury().pendingOf(account).stream().mapToLong(Withdrawal::amount).sum();
    }

    /** An order that rests. */
    Order resting(int account, Series series, Side side, long price, long quantity) {
        long id = s.book().nextOrder();
        Order order = new Order(id, account, series, side, price, quantity, OrderKind.GTC);
        s.book().setNextOrder(id + 1);
        s.book().add(order);
        return order;
    }

    /** Takes a phase, in which no money may come from nowhere or go there. */
    House run(Phase phase) {
        at(phase);
        s.post();
        events.clear();
        long money = money();
        switch (phase) {
            case ORACLE -> OraclePhase.run(s, sink);
            case EXPIRY -> ExpiryPhase.run(s, sink);
            case LIQUIDATION -> LiquidationPhase.run(s, sink);
            case STAKING -> StakingPhase.run(s, sink);
            default -> throw new IllegalArgumentException(phase + " is not run as a whole");
        }
        assertThat(money()).isEqualTo(money);
        assertThat(accountsBelowZero()).isEmpty();
        return this;
    }

    /** Executes a command that must be accepted. */
    House execute(Command command, Signers signers) {
        at(Phase.COMMANDS);
        s.post();
        events.clear();
        long money = money();
        assertThat(Commands.execute(s, command, signers, sink)).isEqualTo(Outcome.ACCEPTED);
        assertThat(money()).isEqualTo(money);
        return this;
    }

    /** S1: all money but what came in, or plus what went out. */
    long money() {
        long sum = s.treasury().insuranceFund() + s.treasury().externalOut();
        for (int a = 0; a < s.accounts().size(); a++) {
            sum += s.accounts().cash(a);
        }
        for (int v = 0; v < s.validators().size(); v++) {
            sum += s.validators().stake(v) + s.validators().unbonding(v).amount();
        }
        for (long id = 1; id < s.treasury().nextWithdrawal(); id++) {
            sum += pending(id);
        }
        return sum;
    }

    private long pending(long id) {
        var withdrawal = s.treasury().withdrawal(id);
        return withdrawal != null && withdrawal.status().name().equals("PENDING")
                ? withdrawal.amount()
                : 0;
    }

    private List<Integer> accountsBelowZero() {
        return IntStream.range(0, s.accounts().size())
                .filter(a -> s.accounts().cash(a) < 0).boxed().toList();
    }

    /** The only event of this type since the last command or phase. */
    <T extends Event> T only(Class<T> type) {
        List<T> found = events.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** The names of the events since the last command or phase. */
    List<String> names() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** What an event says of a number that it changed. */
    static long number(Event event, Variable variable, long first) {
        return event.post().entries().stream()
                .filter(e -> e.key().variable() == variable && e.key().first() == first)
                .map(Entry::value)
                .mapToLong(value -> ((Value.Number) value).number())
                .findFirst().orElseThrow();
    }

    /** Which variables an event says were changed. */
    static List<Variable> changed(Event event) {
        return event.post().entries().stream().map(e -> e.key().variable()).distinct().toList();
    }
}
