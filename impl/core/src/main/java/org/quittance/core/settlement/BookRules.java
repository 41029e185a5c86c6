package org.quittance.core.settlement;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Book;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.Series;

/** Orders come in, trade, rest and go. The guards, in {@link BookGuards}, must hold. */
final class BookRules {

    private BookRules() {}

    /** Takes the order in, and then every step that it leads to. */
    static void placeAndMatch(State s, Command.Place c, EventSink sink) {
        place(s, c, sink);
        Order taker = s.book().taker();
        while (taker != null) {
            match(s, taker, sink);
            taker = s.book().taker();
        }
    }

    /** One step of the incoming order: always exactly one is possible. */
    private static void match(State s, Order taker, EventSink sink) {
        Order maker = BookGuards.firstCrossed(s, taker);
        if (maker == null && BookGuards.canRest(s, taker)) {
            rest(s, taker, sink);
        } else if (maker == null) {
            expire(s, sink);
        } else if (BookGuards.canFill(s, taker, maker)) {
            fill(s, taker, maker, sink);
        } else {
            evict(s, maker, sink);
        }
    }

    @Spec("Book!Place")
    private static void place(State s, Command.Place c, EventSink sink) {
        @Nullable Series series = s.contracts().series(c.series());
        if (series == null) {
            throw new IllegalStateException("series " + c.series() + " is not listed");
        }
        s.book().setTaker(BookGuards.newOrder(s, c, series));
        s.book().setNextOrder(s.book().nextOrder() + 1);
        if (sink.isInterested()) {
            sink.on(new Event.Place(c, s.post()));
        }
    }

    @Spec("Book!Fill")
    private static void fill(State s, Order taker, Order maker, EventSink sink) {
        long traded = BookGuards.traded(taker, maker);
        trade(s, taker, traded, maker.price());
        trade(s, maker, traded, maker.price());
        s.book().reduce(maker, traded);
        s.book().reduceTaker(taker, traded);
        if (sink.isInterested()) {
            sink.on(new Event.Fill(maker.id(), s.post()));
        }
    }

    @Spec("Book!Evict")
    private static void evict(State s, Order maker, EventSink sink) {
        s.book().remove(maker);
        if (sink.isInterested()) {
            sink.on(new Event.Evict(maker.id(), s.post()));
        }
    }

    @Spec("Book!Rest")
    private static void rest(State s, Order taker, EventSink sink) {
        s.book().add(taker);
        s.book().setTaker(null);
        if (sink.isInterested()) {
            sink.on(new Event.Rest(s.post()));
        }
    }

    @Spec("Book!Expire")
    private static void expire(State s, EventSink sink) {
        s.book().setTaker(null);
        if (sink.isInterested()) {
            sink.on(new Event.Expire(s.post()));
        }
    }

    @Spec("Book!Cancel")
    static void cancel(State s, Command.Cancel c, EventSink sink) {
        Book book = s.book();
        Order order = book.order(c.order());
        if (order == null) {
            throw new IllegalStateException("order " + c.order() + " doesn't rest");
        }
        book.remove(order);
        if (sink.isInterested()) {
            sink.on(new Event.Cancel(c, s.post()));
        }
    }

    /** The order's account pays or gets the premium, and gains or loses the contracts. */
    private static void trade(State s, Order order, long traded, long price) {
        long quantity = order.signed(traded);
        long premium = Math.multiplyExact(price, quantity);
        s.accounts().addCash(order.account(), Math.negateExact(premium));
        Held after = Held.after(s.positions(), order.account(), order.series(), quantity);
        long margin = MarginRule.initial(s, after);
        s.positions().add(order.account(), order.series(), quantity);
        s.positions().keepMargin(order.account(), s.oracle().price(), margin);
    }
}
