package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.quittance.core.settlement.Holdings.Measure;
import org.quittance.core.settlement.Holdings.Terms;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Value.OpenOrder;

/** The book against {@link NaiveBook}: the same commands lead to the same steps. */
class BookPropertyTest {

    private static final Measure MEASURE = new Measure(45, 3000, 2);
    private static final List<Terms> TERMS = List.of(
            new Terms(44, Right.CALL, 1),
            new Terms(46, Right.PUT, 1),
            new Terms(45, Right.CALL, 2));

    /** By account. The first, which owns the validators, doesn't trade. */
    private static final long[] CASH = {0, 60, 60, 15};

    /** What an account tries: to cancel some order if the quantity is 0, else to place one. */
    record Move(int account, int series, Side side, long price, long quantity, OrderKind kind) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Side.class),
                        Arbitraries.longs().between(1, 6),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.of(OrderKind.GTC, OrderKind.GTC, OrderKind.GTC, OrderKind.IOC,
                                OrderKind.POST_ONLY))
                .as(Move::new)
                .list().ofSize(60);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(label = "reached", value = StatisticsReportMode.OFF)
    void doesWhatThePlainRulesSay(@ForAll("moves") List<Move> moves) {
        World world = world();
        NaiveBook naive = new NaiveBook(TERMS, MEASURE, 6, CASH);
        for (Move move : moves) {
            world.forget();
            naive.steps.clear();
            Optional<Rejection> expected = move.quantity == 0
                    ? naive.cancel(move.account, orderToCancel(world, move))
                    : naive.place(move.account, move.series, move.side, move.price,
                            move.quantity, move.kind);

            assertThat(tried(world, move).rejection()).isEqualTo(expected);
            assertThat(matching(world)).isEqualTo(naive.steps);
            assertThat(resting(world)).containsExactlyInAnyOrderElementsOf(naive.orders);
            assertSameMoney(world, naive);
            count(expected, naive.steps);
        }
        Statistics.label("reached").coverage(reached -> {
            for (String outcome : List.of("ACCEPTED", "SELF_TRADE", "WOULD_CROSS",
                    "POSITION_LIMIT", "INSUFFICIENT_CASH", "INSUFFICIENT_COLLATERAL",
                    "UNKNOWN_ORDER", "NOT_OWNER", "Fill", "Evict", "Rest", "Expire")) {
                reached.check(outcome).count(n -> n > 10);
            }
        });
    }

    private static void count(Optional<Rejection> refusal, List<String> steps) {
        Statistics.label("reached").collect(refusal.map(Enum::name).orElse("ACCEPTED"));
        for (String step : steps) {
            Statistics.label("reached").collect(step.split(" ")[0]);
        }
    }

    private static World world() {
        SortedMap<String, Long> parameters = World.parameters();
        parameters.put("MaxPrice", Holdings.MAX_PRICE);
        parameters.put("InitialRate", MEASURE.rate());
        parameters.put("InitialFloor", MEASURE.floor());
        parameters.put("MaxPosition", 6L);
        parameters.put("MaxSeries", 9L);
        parameters.put("MaxOrders", 1000L);
        World world = new World(parameters);
        world.state.oracle().setPrice(MEASURE.price(), 1);
        for (int k = 0; k < TERMS.size(); k++) {
            Terms terms = TERMS.get(k);
            world.state.contracts().list(11 + k, terms.strike(), terms.right(), terms.group());
        }
        for (int account = 0; account < CASH.length; account++) {
            world.state.accounts().setCash(account, CASH[account]);
        }
        return world;
    }

    private static Outcome tried(World world, Move move) {
        long nonce = world.state.accounts().nonce(move.account);
        return world.settlement.execute(
                move.quantity == 0
                        ? new Command.Cancel(move.account, nonce, orderToCancel(world, move))
                        : new Command.Place(move.account, nonce, 10 + move.series, move.side,
                                move.price, move.quantity, move.kind),
                World.by(move.account));
    }

    /** One of the last orders placed. It may rest, and it may be the account's. */
    private static long orderToCancel(World world, Move move) {
        return world.state.book().nextOrder() - move.price;
    }

    private static List<String> matching(World world) {
        List<String> steps = new ArrayList<>();
        for (Event event : world.events) {
            switch (event) {
                case Event.Fill fill -> steps.add("Fill " + fill.maker());
                case Event.Evict evict -> steps.add("Evict " + evict.maker());
                case Event.Rest rest -> steps.add("Rest");
                case Event.Expire expire -> steps.add("Expire");
                default -> { }
            }
        }
        return steps;
    }

    /** The orders that rest, under the numbers that the naive book has for series. */
    private static List<OpenOrder> resting(World world) {
        return world.entries().values().stream()
                .filter(OpenOrder.class::isInstance)
                .map(OpenOrder.class::cast)
                .map(o -> new OpenOrder(o.id(), o.account(), o.series() - 10, o.side(), o.price(),
                        o.quantity(), o.kind()))
                .sorted(Comparator.comparingLong(OpenOrder::id))
                .toList();
    }

    private static void assertSameMoney(World world, NaiveBook naive) {
        for (int account : List.of(World.ANN, World.BOB, World.CID)) {
            assertThat(world.state.accounts().cash(account)).isEqualTo(naive.cash.get(account));
            assertThat(world.state.book().count(account)).isEqualTo((int) naive.orders.stream()
                    .filter(order -> order.account() == account).count());
            for (int k = 0; k < TERMS.size(); k++) {
                Series series = world.series(11 + k);
                assertThat(world.state.positions().quantity(account, series))
                        .isEqualTo(naive.positions.get(account).get(k));
            }
        }
    }
}
