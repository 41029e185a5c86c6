package org.quittance.core.settlement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;

/**
 * A small clearinghouse to try commands on: account 0 owns both validators; {@link #ANN}, {@link
 * #BOB} and {@link #CID} trade calls and puts of two groups. The price is 100. There are three
 * custodians and three governors, two of which are enough.
 */
final class World {

    static final int OWNER = 0;
    static final int ANN = 1;
    static final int BOB = 2;
    static final int CID = 3;

    /** A call at 100 and a put at 100, of group 1. */
    static final int CALL = 1;
    static final int PUT = 2;
    /** A call at 100, of group 2. */
    static final int OTHER = 3;

    final List<Event> events = new ArrayList<>();
    final Settlement settlement;
    final State state;

    World() {
        this(parameters());
    }

    World(SortedMap<String, Long> parameters) {
        this(parameters, true);
    }

    /** Events are made only if it is traced. */
    World(SortedMap<String, Long> parameters, boolean traced) {
        this.settlement = Settlement.genesis(
                genesis(parameters), traced ? events::add : EventSink.NONE);
        this.state = settlement.state();
        list(1, 10, new Series(CALL, 0, 100, Right.CALL, 1), new Series(PUT, 0, 100, Right.PUT, 1));
        list(2, 20, new Series(OTHER, 0, 100, Right.CALL, 2));
        state.oracle().setPrice(100, 1);
        forget();
    }

    static SortedMap<String, Long> parameters() {
        SortedMap<String, Long> values = new TreeMap<>();
        String text = "InitialRate 5000 MaintenanceRate 2500 InitialFloor 2 MaintenanceFloor 1"
                + " MaxPrice 400 MaxMove 1000 MaxAge 3 TakeoverBlocks 2 SettlementRounds 1"
                + " SlashRate 3333 OutlierMove 500 OutlierRounds 2 MaxPause 5 EpochLength 4"
                + " UnbondingBlocks 4 MinStake 10 WithdrawalDelay 2 WithdrawalCap 1000"
                + " CustodianQuorum 2 GovernorQuorum 2 MaxPosition 20 MaxQuantity 10"
                + " MaxSeries 4 MaxGroups 3 MaxOrders 3";
        String[] words = text.split(" ");
        for (int k = 0; k < words.length; k += 2) {
            values.put(words[k], Long.valueOf(words[k + 1]));
        }
        return values;
    }

    static Genesis genesis(SortedMap<String, Long> parameters) {
        return new Genesis(
                Parameters.of(parameters),
                List.of(account(OWNER, 0), account(ANN, 1000), account(BOB, 1000),
                        account(CID, 1000)),
                List.of(new Genesis.Validator(key("validator", 0), OWNER, 100),
                        new Genesis.Validator(key("validator", 1), OWNER, 50)),
                keys("custodian"),
                keys("governor"));
    }

    private static Genesis.Account account(int id, long cash) {
        return new Genesis.Account(key("account", id), cash);
    }

    private static List<PublicKey> keys(String role) {
        return List.of(key(role, 0), key(role, 1), key(role, 2));
    }

    static PublicKey key(String role, int index) {
        byte[] bytes = new byte[SchemeId.SIMULATION.keySize()];
        byte[] name = (role + index).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, bytes, 0, name.length);
        return new PublicKey(SchemeId.SIMULATION, Bytes.copyOf(bytes));
    }

    static Signers by(int account) {
        return Signers.of(key("account", account));
    }

    static Signers custodians(int... members) {
        return members("custodian", members);
    }

    static Signers governors(int... members) {
        return members("governor", members);
    }

    private static Signers members(String role, int... members) {
        return new Signers(
                Arrays.stream(members).mapToObj(member -> key(role, member)).toList());
    }

    private void list(int group, long expiry, Series... members) {
        state.contracts().put(new Group(group, expiry, GroupStatus.LIVE, List.of()));
        for (Series member : members) {
            state.contracts().list(
                    member.id(), member.strike(), member.right(), member.group());
        }
    }

    /** What happened so far is no longer of interest. */
    void forget() {
        state.post();
        state.ledger().marks().takeForRoot();
        events.clear();
    }

    Series series(int id) {
        return state.contracts().series(id);
    }

    /** Lets one account owe the other contracts. */
    void owes(int seller, int buyer, int series, long quantity) {
        state.positions().add(seller, series(series), -quantity);
        state.positions().add(buyer, series(series), quantity);
    }

    /** Lets an order rest that nobody checked. */
    Order rests(int account, int series, Side side, long price, long quantity) {
        Order order = new Order(state.book().nextOrder(), account, series(series), side, price,
                quantity, OrderKind.GTC);
        state.book().setNextOrder(order.id() + 1);
        state.book().add(order);
        return order;
    }

    /** Places an order, with the account's seal and nonce. */
    Outcome place(
            int account, int series, Side side, long price, long quantity, OrderKind kind) {
        return settlement.execute(
                new Command.Place(account, state.accounts().nonce(account), series, side, price,
                        quantity, kind),
                by(account));
    }

    /** Executes blocks without commands until this height is the next. */
    void goTo(long height) {
        while (settlement.height() < height) {
            settlement.endBlock();
        }
    }

    /** The names of the steps since they were forgotten. */
    List<String> steps() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    SortedMap<Key, Value> entries() {
        SortedMap<Key, Value> map = new TreeMap<>();
        for (Entry entry : state.ledger().entries()) {
            map.put(entry.key(), entry.value());
        }
        return map;
    }
}
