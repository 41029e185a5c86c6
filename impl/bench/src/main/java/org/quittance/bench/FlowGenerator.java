package org.quittance.bench;

import java.util.SplittableRandom;

/**
 * Draws flows from seeds: half of the commands are orders that may rest, an eighth are immediate
 * or cancel, the rest cancel an order that rests. Orders are for 1 to 10 contracts at prices that
 * make about a third of them cross. No account crosses its own orders, and what is cancelled
 * still rests: so every command succeeds, in any engine with price-time priority.
 */
public final class FlowGenerator {

    private static final int RESTING_PER_SERIES = 64;

    private final Market market;
    private final SplittableRandom random;
    private final OpenOrders[] books;
    private final Flow flow;
    private int at;
    private int orders;

    private FlowGenerator(Market market, int length, long seed) {
        this.market = market;
        this.random = new SplittableRandom(seed);
        this.books = new OpenOrders[market.series()];
        for (int k = 0; k < books.length; k++) {
            books[k] = new OpenOrders();
        }
        this.flow = new Flow(
                new byte[length], new int[length], new int[length], new boolean[length],
                new int[length], new int[length], new int[length], 0, 0, 0, 0);
    }

    /** The same arguments give the same flow. */
    public static Flow generate(Market market, int length, long seed) {
        FlowGenerator generator = new FlowGenerator(market, length, seed);
        while (generator.at < length) {
            generator.step();
        }
        return generator.result();
    }

    private void step() {
        int series = random.nextInt(market.series());
        OpenOrders book = books[series];
        int dice = random.nextInt(8);
        boolean crowded = book.size() >= 2 * RESTING_PER_SERIES;
        if (dice < 3 && book.size() > RESTING_PER_SERIES / 2 || crowded) {
            cancel(series, book);
        } else {
            place(series, book, dice == 3);
        }
    }

    private void cancel(int series, OpenOrders book) {
        OpenOrders.Resting target = book.get(random.nextInt(book.size()));
        book.remove(target);
        put(Flow.CANCEL, target.account, series, target.buy, target.price, 0, target.id);
    }

    private void place(int series, OpenOrders book, boolean immediate) {
        boolean buy = random.nextBoolean();
        int away = immediate ? -2 : random.nextInt(12) - 3;
        int price = (int) market.premium(series) + (buy ? -away : away);
        int account = market.account(series, random.nextInt(1 << 30));
        if (book.meetsItself(account, buy, price)) {
            return;
        }
        int quantity = 1 + random.nextInt(10);
        int id = ++orders;
        book.place(id, account, buy, price, quantity, !immediate);
        put(immediate ? Flow.IOC : Flow.GTC, account, series, buy, price, quantity, id);
    }

    private void put(
            byte kind, int account, int series, boolean buy, int price, int quantity, int order) {
        flow.kind()[at] = kind;
        flow.account()[at] = account;
        flow.series()[at] = series;
        flow.buy()[at] = buy;
        flow.price()[at] = price;
        flow.quantity()[at] = quantity;
        flow.order()[at] = order;
        at++;
    }

    private Flow result() {
        long fills = 0;
        long contracts = 0;
        long moved = 0;
        int resting = 0;
        for (OpenOrders book : books) {
            fills += book.fills();
            contracts += book.contracts();
            moved += book.moved();
            resting += book.size();
        }
        return new Flow(flow.kind(), flow.account(), flow.series(), flow.buy(), flow.price(),
                flow.quantity(), flow.order(), fills, contracts, moved, resting);
    }
}
