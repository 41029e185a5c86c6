package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * The book is never crossed; of the makers the best price comes first, then the oldest; nobody
 * trades more than it ordered, at a worse price than it named, or with itself. A naive book is kept
 * beside the machine's: a map of orders, gone through from end to end.
 */
public final class S9Book implements Checker {

    private static final Value.OpenOrder NONE =
            new Value.OpenOrder(0, -1, 0, Side.BUY, 0, 0, OrderKind.IOC);

    private final SortedMap<Long, Value.OpenOrder> book = new TreeMap<>();
    private Value.OpenOrder taker = NONE;
    private long next = 1;

    @Override
    public void stepped(Step step) {
        switch (step.event()) {
            case Event.Place place -> placed(place.command());
            case Event.Fill fill -> filled(step, fill.maker());
            case Event.Evict evict -> {
                isBest(evict.maker());
                book.remove(evict.maker());
            }
            case Event.Rest rest -> {
                expect(best().isEmpty(), "order " + taker.id() + " rests though it crosses");
                expect(taker.kind() != OrderKind.IOC, "an IOC order rests");
                book.put(taker.id(), taker);
                taker = NONE;
            }
            case Event.Expire expire -> {
                expect(best().isEmpty() && taker.kind() == OrderKind.IOC,
                        "order " + taker.id() + " is dropped though it could trade or rest");
                taker = NONE;
            }
            case Event.Cancel cancel -> book.remove(cancel.command().order());
            case Event.ExpireGroup expire -> {
                for (Series series : step.before().series().values()) {
                    if (series.group() == expire.group()) {
                        book.values().removeIf(order -> order.series() == series.id());
                    }
                }
            }
            case Event.Flag flag ->
                    book.values().removeIf(order -> order.account() == flag.account());
            default -> { }
        }
        holds(step);
    }

    private void placed(Command.Place place) {
        expect(taker == NONE, "two orders are matched at once");
        taker = new Value.OpenOrder(next++, place.account(), place.series(), place.side(),
                place.price(), place.quantity(), place.kind());
    }

    private void filled(Step step, long id) {
        isBest(id);
        Value.OpenOrder maker = book.getOrDefault(id, NONE);
        expect(maker.account() != taker.account(), "account " + maker.account()
                + " trades with itself");
        expect(taker.kind() != OrderKind.POST_ONLY, "a POST_ONLY order takes");
        long contracts = Math.min(maker.quantity(), taker.quantity());
        moved(step, maker, contracts, maker.price());
        moved(step, taker, contracts, maker.price());
        Value.OpenOrder left = reduced(maker, contracts);
        if (left.quantity() == 0) {
            book.remove(id);
        } else {
            book.put(id, left);
        }
        Value.OpenOrder rest = reduced(taker, contracts);
        taker = rest.quantity() == 0 ? NONE : rest;
    }

    private static Value.OpenOrder reduced(Value.OpenOrder order, long contracts) {
        return new Value.OpenOrder(order.id(), order.account(), order.series(), order.side(),
                order.price(), order.quantity() - contracts, order.kind());
    }

    private static void moved(Step step, Value.OpenOrder order, long contracts, long price) {
        BigInteger signed =
                BigInteger.valueOf(order.side() == Side.BUY ? contracts : -contracts);
        BigInteger gained = step.after().position(order.account(), order.series())
                .subtract(step.before().position(order.account(), order.series()));
        BigInteger paid = step.before().cash(order.account())
                .subtract(step.after().cash(order.account()));
        expect(gained.equals(signed) && paid.equals(signed.multiply(BigInteger.valueOf(price))),
                "account " + order.account() + " gained " + gained + " contracts for " + paid
                        + ", where " + signed + " were to be had at " + price + " each");
    }

    /** The maker that the taker must trade with first. */
    private Optional<Value.OpenOrder> best() {
        Comparator<Value.OpenOrder> byPrice = Comparator.comparingLong(
                order -> taker.side() == Side.BUY ? order.price() : -order.price());
        return book.values().stream()
                .filter(order -> order.series() == taker.series()
                        && order.side() != taker.side()
                        && taker.side().crosses(taker.price(), order.price()))
                .min(byPrice.thenComparingLong(Value.OpenOrder::id));
    }

    private void isBest(long id) {
        long best = best().map(Value.OpenOrder::id).orElse(0L);
        expect(best == id, "order " + taker.id() + " meets order " + id
                + " though order " + best + " comes first");
    }

    private void holds(Step step) {
        Picture state = step.after();
        expect(state.orders().equals(book), "the book is " + state.orders().values()
                + ", but by what happened it is " + book.values());
        expect(state.taker().orElse(NONE).equals(taker),
                "the order being matched is " + state.taker() + ", but should be " + taker);
        expect(state.number(Variable.NEXT_ORDER) == next, "the next order would be "
                + state.number(Variable.NEXT_ORDER) + " instead of " + next);
        for (Value.OpenOrder order : book.values()) {
            expect(order.quantity() > 0, "order " + order.id() + " is empty");
            expect(state.amount(Variable.FLAGGED, order.account()).signum() == 0,
                    "order " + order.id() + " is of an account that is flagged");
            expect(state.series(order.series()).flatMap(series -> state.group(series.group()))
                    .map(group -> group.status() == GroupStatus.LIVE).orElse(false),
                    "order " + order.id() + " is in a group that is not live");
            for (Value.OpenOrder other : book.values()) {
                expect(order.side() != Side.BUY || other.side() != Side.SELL
                        || order.series() != other.series() || order.price() < other.price(),
                        "orders " + order.id() + " and " + other.id() + " cross");
            }
        }
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S9_BOOK, otherwise);
        }
    }
}
