package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.quittance.core.settlement.Holdings.Measure;
import org.quittance.core.settlement.Holdings.Terms;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class MarginRuleTest {

    private static final int SERIES = 6;

    @Provide
    Arbitrary<List<Terms>> terms() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, Holdings.MAX_PRICE),
                        Arbitraries.of(Right.class),
                        Arbitraries.integers().between(1, 2))
                .as(Terms::new)
                .list().ofSize(SERIES);
    }

    @Provide
    Arbitrary<Measure> measures() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, Holdings.MAX_PRICE),
                        Arbitraries.longs().between(2, 10_000),
                        Arbitraries.longs().between(0, 6))
                .as(Measure::new);
    }

    @Property
    void isTheWorstLossOverEveryPriceOfTheBand(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -5, max = 5) Long> quantities) {
        Holdings holdings = new Holdings(by, terms);
        holdings.hold(World.ANN, quantities);

        assertThat(holdings.initial(World.ANN))
                .isEqualTo(Holdings.margin(terms, quantities, by));
        assertThat(holdings.maintenance(World.ANN)).isEqualTo(Holdings.margin(
                terms, quantities, new Measure(by.price(), by.rate() / 2, by.floor() / 2)));
    }

    /** S14. */
    @Property
    void maintenanceTakesNoMoreThanTrading(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -5, max = 5) Long> quantities) {
        Holdings holdings = new Holdings(by, terms);
        holdings.hold(World.ANN, quantities);

        assertThat(holdings.maintenance(World.ANN)).isLessThanOrEqualTo(
                holdings.initial(World.ANN));
    }

    @Property
    void takesNoMoreForTwoPortfoliosTogetherThanForEach(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -5, max = 5) Long> ann,
            @ForAll @Size(SERIES) List<@LongRange(min = -5, max = 5) Long> bob) {
        Holdings holdings = new Holdings(by, terms);
        holdings.hold(World.ANN, ann);
        holdings.hold(World.BOB, bob);
        holdings.hold(World.CID, sum(ann, bob));

        long together = MarginRule.initial(holdings.state,
                Together.of(holdings.state.positions(), World.ANN, World.BOB));

        assertThat(together).isEqualTo(holdings.initial(World.CID));
        assertThat(together).isLessThanOrEqualTo(
                holdings.initial(World.ANN) + holdings.initial(World.BOB));
    }

    @Property
    void growsInProportionToThePositions(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -5, max = 5) Long> quantities,
            @ForAll @IntRange(min = 0, max = 9) int times) {
        Holdings holdings = new Holdings(by, terms);
        holdings.hold(World.ANN, quantities);
        holdings.hold(World.BOB, quantities.stream().map(q -> times * q).toList());

        assertThat(holdings.initial(World.BOB)).isEqualTo(times * holdings.initial(World.ANN));
    }

    @Property
    void growsWithTheBandAndTheFloor(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -5, max = 5) Long> quantities,
            @ForAll @LongRange(min = 0, max = 9_000) long wider,
            @ForAll @LongRange(min = 0, max = 4) long higher) {
        Measure stricter = new Measure(
                by.price(), Math.min(10_000, by.rate() + wider), by.floor() + higher);
        Holdings holdings = new Holdings(by, terms);
        Holdings strictly = new Holdings(stricter, terms);
        holdings.hold(World.ANN, quantities);
        strictly.hold(World.ANN, quantities);

        assertThat(stricter.isStricterThan(by)).isTrue();
        assertThat(strictly.initial(World.ANN)).isGreaterThanOrEqualTo(
                holdings.initial(World.ANN));
    }

    @Property
    void looksAheadAsIfThePositionHadChanged(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -2, max = 2) Long> quantities,
            @ForAll @IntRange(min = 0, max = SERIES - 1) int changed,
            @ForAll @LongRange(min = -5, max = 5) long gained) {
        Holdings holdings = new Holdings(by, terms);
        holdings.hold(World.ANN, quantities);
        Series series = holdings.series.get(changed);

        long ahead = MarginRule.initial(holdings.state,
                Held.after(holdings.state.positions(), World.ANN, series, gained));

        assertThat(holdings.state.positions().quantity(World.ANN, series))
                .isEqualTo(quantities.get(changed));
        holdings.state.positions().add(World.ANN, series, gained);
        assertThat(ahead).isEqualTo(holdings.initial(World.ANN));
    }

    @Property
    void allowsWhatIsCoveredOrMissesNoMoreThanBefore(
            @ForAll("measures") Measure by,
            @ForAll("terms") List<Terms> terms,
            @ForAll @Size(SERIES) List<@LongRange(min = -3, max = 3) Long> before,
            @ForAll @Size(SERIES) List<@LongRange(min = -3, max = 3) Long> after,
            @ForAll @LongRange(min = 0, max = 90) long cashBefore,
            @ForAll @LongRange(min = -9, max = 90) long cashAfter) {
        Holdings holdings = new Holdings(by, terms);
        holdings.hold(World.ANN, before);
        holdings.hold(World.BOB, after);
        holdings.state.accounts().setCash(World.ANN, cashBefore);
        long missedBefore = Math.max(0, Holdings.margin(terms, before, by) - cashBefore);
        long missedAfter = Math.max(0, Holdings.margin(terms, after, by) - cashAfter);

        assertThat(MarginRule.afterwardsOk(holdings.state, World.ANN, cashAfter,
                        MarginRule.held(holdings.state, World.BOB)))
                .isEqualTo(missedAfter == 0
                        || missedAfter <= missedBefore && cashAfter >= 0);
    }

    /** The maximum losses of exchange margin manuals: a band of all prices, and no floor. */
    @Example
    void ofAWholeBandIsTheMaximumLossOfTheStrategy() {
        List<Terms> terms = List.of(
                new Terms(10, Right.CALL, 1), new Terms(20, Right.CALL, 1),
                new Terms(30, Right.CALL, 1), new Terms(40, Right.CALL, 1),
                new Terms(10, Right.PUT, 1), new Terms(20, Right.PUT, 1));

        assertThat(maximumLoss(terms, 0, -1, 0, 0, 0, 0)).as("short call").isEqualTo(40);
        assertThat(maximumLoss(terms, 0, 0, 0, 0, 0, -1)).as("short put").isEqualTo(20);
        assertThat(maximumLoss(terms, 0, -1, 0, 0, 0, -1)).as("short straddle").isEqualTo(40);
        assertThat(maximumLoss(terms, 0, 1, 0, 0, 0, 1)).as("long straddle").isZero();
        assertThat(maximumLoss(terms, 1, -1, 0, 0, 0, 0)).as("debit spread").isZero();
        assertThat(maximumLoss(terms, -1, 1, 0, 0, 0, 0)).as("credit spread").isEqualTo(10);
        assertThat(maximumLoss(terms, 1, -2, 0, 0, 0, 0)).as("ratio spread").isEqualTo(30);
        assertThat(maximumLoss(terms, 1, -2, 1, 0, 0, 0)).as("long butterfly").isZero();
        assertThat(maximumLoss(terms, -1, 2, -1, 0, 0, 0)).as("short butterfly").isEqualTo(10);
        assertThat(maximumLoss(terms, 1, -1, 0, 0, -1, 1)).as("long box").isZero();
        assertThat(maximumLoss(terms, -1, 1, 0, 0, 1, -1)).as("short box").isEqualTo(10);
        assertThat(maximumLoss(terms, 0, 0, -1, 1, 1, -1)).as("iron condor").isEqualTo(10);
        assertThat(maximumLoss(terms, 1, -1, -1, 1, 0, 0)).as("long condor").isZero();
        assertThat(maximumLoss(terms, -1, 1, 1, -1, 0, 0)).as("short condor").isEqualTo(10);
    }

    private static long maximumLoss(List<Terms> terms, long... quantities) {
        Holdings holdings = new Holdings(new Measure(30, 10_000, 0), terms);
        holdings.hold(World.ANN, Arrays.stream(quantities).boxed().toList());
        return holdings.initial(World.ANN);
    }

    @Example
    void contractsOfTwoGroupsDoNotOffsetEachOther() {
        List<Terms> terms = List.of(new Terms(20, Right.CALL, 1), new Terms(20, Right.CALL, 2));
        Holdings holdings = new Holdings(new Measure(30, 10_000, 0), terms);
        holdings.hold(World.ANN, List.of(1L, -1L));

        assertThat(holdings.initial(World.ANN)).isEqualTo(40);
    }

    @Example
    void aShortThatCantLoseInTheBandStillTakesTheFloor() {
        List<Terms> terms = List.of(new Terms(59, Right.CALL, 1), new Terms(58, Right.CALL, 1));
        Holdings holdings = new Holdings(new Measure(30, 1_000, 7), terms);
        holdings.hold(World.ANN, List.of(-2L, 2L));

        assertThat(holdings.initial(World.ANN)).isEqualTo(14);
        assertThat(holdings.maintenance(World.ANN)).isEqualTo(6);
    }

    @Example
    void whoMissesAsMuchAsBeforeMayGoOn() {
        House house = new House();
        house.cash(5).hold(house.call, -1, 1);
        Held same = MarginRule.held(house.s, 0);

        assertThat(MarginRule.freeCollateral(house.s, 0)).isNegative();
        assertThat(MarginRule.afterwardsOk(house.s, 0, 5, same)).isTrue();
        assertThat(MarginRule.afterwardsOk(house.s, 0, 4, same)).isFalse();
    }

    @Example
    void isComputedOnce() {
        House house = new House();
        house.hold(house.call, -1, 1);

        assertThat(house.s.positions().hasMargin(0, House.PRICE)).isFalse();
        assertThat(MarginRule.freeCollateral(house.s, 0)).isEqualTo(980);
        assertThat(house.s.positions().hasMargin(0, House.PRICE)).isTrue();
        assertThat(house.s.positions().margin(0)).isEqualTo(20);
    }

    private static List<Long> sum(List<Long> a, List<Long> b) {
        return IntStream.range(0, a.size()).mapToObj(k -> a.get(k) + b.get(k)).toList();
    }
}
