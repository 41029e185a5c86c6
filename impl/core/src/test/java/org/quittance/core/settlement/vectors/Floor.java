package org.quittance.core.settlement.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.MarginProbe;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.Signers;
import org.quittance.core.settlement.state.Book;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;

/**
 * One series, and two accounts with more money than they can need: one buys, one sells. Orders
 * have labels, since their ids are the clearinghouse's own.
 */
final class Floor {

    private static final int BUYER = 0;
    private static final int SELLER = 1;
    private static final long PRICE = 1000;

    private final List<Long> makers = new ArrayList<>();
    private final Map<Long, Long> labels = new TreeMap<>();
    private final Map<Long, Long> ids = new TreeMap<>();
    private final long[] nonces = new long[2];
    private final Settlement settlement;
    private final Series series;

    Floor() {
        Genesis.Account rich = new Genesis.Account(key(BUYER), 1L << 50);
        Genesis genesis = new Genesis(
                MarginProbe.parameters(Map.of()),
                List.of(rich, new Genesis.Account(key(SELLER), 1L << 50)),
                List.of(new Genesis.Validator(key(2), BUYER, 1)),
                List.of(key(2)),
                List.of(key(2)));
        settlement = Settlement.genesis(genesis, event -> {
            if (event instanceof Event.Fill fill) {
                makers.add(fill.maker());
            }
        });
        accept(new Command.ListGroup(1, 50), key(2));
        accept(new Command.ListSeries(1, PRICE, Right.CALL, 1), key(2));
        accept(new Command.Report(0, 1, PRICE), key(2));
        settlement.endBlock();
        series = settlement.state().contracts().series(1);
    }

    private static PublicKey key(int number) {
        return MarginProbe.key(number);
    }

    private void accept(Command command, PublicKey key) {
        assertThat(settlement.execute(command, Signers.of(key)).rejection())
                .as(command.toString()).isEmpty();
    }

    private Book book() {
        return settlement.state().book();
    }

    private long open(long id) {
        Order order = book().order(id);
        return order == null ? 0 : order.quantity();
    }

    /** Places an order, and says whom it met: maker, quantity, price. */
    List<String> place(long label, String kind, String side, long quantity, long price) {
        Map<Long, Order> resting = new TreeMap<>();
        Map<Long, Long> before = new TreeMap<>();
        labels.keySet().stream().filter(id -> open(id) > 0).forEach(id -> {
            resting.put(id, book().order(id));
            before.put(id, open(id));
        });
        long id = book().nextOrder();
        labels.put(id, label);
        ids.put(label, id);
        makers.clear();
        int account = side.equals("buy") ? BUYER : SELLER;
        accept(new Command.Place(account, nonces[account]++, 1,
                account == BUYER ? Side.BUY : Side.SELL, price, quantity,
                OrderKind.valueOf(kind)), key(account));
        return makers.stream()
                .map(maker -> labels.get(maker) + " " + (before.get(maker) - open(maker))
                        + " @ " + resting.get(maker).price())
                .toList();
    }

    void cancel(long label) {
        Order order = book().order(ids.get(label));
        assertThat(order).isNotNull();
        cancel(order);
    }

    private void cancel(Order order) {
        int account = order.account();
        accept(new Command.Cancel(account, nonces[account]++, order.id()), key(account));
    }

    /** What rests: bids, then asks, always the best first, which is taken away each time. */
    List<String> drain() {
        List<String> left = new ArrayList<>();
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            Order best = book().best(series, side);
            while (best != null) {
                left.add((side == Side.BUY ? "buy " : "sell ") + labels.get(best.id()) + " "
                        + best.quantity() + " @ " + best.price());
                cancel(best);
                best = book().best(series, side);
            }
        }
        assertThat(book().size()).isZero();
        return left;
    }
}
