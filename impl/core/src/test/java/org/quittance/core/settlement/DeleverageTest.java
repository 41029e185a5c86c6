package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;

/** Takeovers are open for four blocks after the one in which an account was flagged. */
class DeleverageTest {

    private final House house = new House();

    /** At a price of 120 a call is worth 20. */
    private House deleverage(int account, long since) {
        house.price(120).accounts().setFlagged(account, since);
        return house.run(Phase.LIQUIDATION);
    }

    private long cash(int account) {
        return house.accounts().cash(account);
    }

    @Test
    void onlyWhenTheTimeForTakeoversIsOver() {
        house.hold(house.call, 10, -10).cash(0, 250);
        deleverage(1, House.HEIGHT - 4);
        assertThat(house.names()).containsExactly("EndLiquidation");
        house.atHeight(House.HEIGHT + 1).run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("Deleverage", "EndLiquidation");
        assertThat(house.accounts().isFlagged(1)).isFalse();
    }

    @Test
    void aShortIsClosedAtWhatItIsWorth() {
        house.hold(house.call, 10, -10).cash(0, 250);
        deleverage(1, 5);
        assertThat(cash(1)).isEqualTo(50);
        assertThat(cash(0)).isEqualTo(200);
        assertThat(house.held(0, house.call)).isZero();
        assertThat(house.held(1, house.call)).isZero();
        assertThat(house.s.progress().swept()).isEqualTo(1);
        Event.Deleverage event = house.only(Event.Deleverage.class);
        assertThat(event.haircuts()).isEmpty();
        assertThat(event.account()).isEqualTo(1);
        assertThat(House.changed(event)).containsExactly(
                Variable.SWEPT, Variable.CASH, Variable.POSITION, Variable.FLAGGED);
    }

    @Test
    void theLargestComeFirstAndOfEqualOnesTheLowest() {
        house.hold(house.call, 3, -12, 5, 4, 4, -4).cash(0, 250);
        deleverage(1, 5);
        assertThat(house.held(2, house.call)).isZero();
        assertThat(house.held(3, house.call)).isZero();
        assertThat(house.held(4, house.call)).isEqualTo(1);
        assertThat(house.held(0, house.call)).isEqualTo(3);
        assertThat(house.held(5, house.call)).isEqualTo(-4);
        assertThat(cash(2)).isEqualTo(1000 + 100);
        assertThat(cash(4)).isEqualTo(1000 + 60);
    }

    @Test
    void longLegsAreClosedAgainstShorts() {
        house.hold(house.call, 10, -10).hold(house.put, 0, 7, -2, -5).cash(0, 250);
        deleverage(1, 5);
        assertThat(house.s.positions().count(1)).isZero();
        assertThat(house.held(3, house.put)).isZero();
        assertThat(house.held(2, house.put)).isZero();
    }

    @Test
    void gainsPayForLosses() {
        Series higher = house.s.contracts().list(
                3, 110, Right.CALL, 1);
        house.hold(house.call, 10, -10).hold(higher, 0, 6, -6).cash(0, 140);
        deleverage(1, 5);
        // 10 * 20 to pay, 6 * 10 to get: one net obligation of 140.
        assertThat(cash(1)).isZero();
        assertThat(cash(0)).isEqualTo(200);
        assertThat(cash(2)).isEqualTo(1000 - 60);
        assertThat(house.only(Event.Deleverage.class).haircuts()).isEmpty();
    }

    @Test
    void stakeComesAfterCashAndTheFundAfterStake() {
        house.hold(house.call, 14, 0, 0, 0, -14).cash(0, 0, 0, 0, 30).fund(60);
        deleverage(4, 5);
        // 280 = 30 + 100 + 100 + 50.
        assertThat(cash(4)).isZero();
        assertThat(house.s.validators().stake(0)).isZero();
        assertThat(house.s.validators().stake(1)).isZero();
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(10);
        assertThat(cash(0)).isEqualTo(280);
        assertThat(house.only(Event.Deleverage.class).haircuts()).isEmpty();
    }

    @Test
    void whatWasAskedForComesBackBeforeStakeIsTouched() {
        house.hold(house.call, 6, 0, 0, 0, -6).cash(0, 0, 0, 0, 30).ask(4, 40).ask(0, 5)
                .ask(4, 60).ask(4, 70);
        deleverage(4, 5);
        // 120 = 30 + 40 + 50 of 60. Of account 4 the last is left, of account 0 all.
        assertThat(cash(4)).isEqualTo(10);
        assertThat(house.pendingOf(4)).isEqualTo(70);
        assertThat(house.pendingOf(0)).isEqualTo(5);
        assertThat(house.s.validators().stake(0)).isEqualTo(100);
        assertThat(cash(0)).isEqualTo(120);
        assertThat(House.changed(house.only(Event.Deleverage.class)))
                .contains(Variable.WITHDRAWALS).doesNotContain(Variable.STAKE);
    }

    @Test
    void stakeComesAfterAllThatWasAskedFor() {
        house.hold(house.call, 14, 0, 0, 0, -14).cash(0, 0, 0, 0, 30).ask(4, 40).fund(60);
        deleverage(4, 5);
        // 280 = 30 + 40 + 100 + 100 + 10.
        assertThat(cash(4)).isZero();
        assertThat(house.pendingOf(4)).isZero();
        assertThat(house.s.validators().stake(1)).isZero();
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(50);
    }

    @Test
    void whoHasEnoughCashKeepsWhatItAskedFor() {
        house.hold(house.call, 10, -10).cash(0, 200).ask(1, 40);
        deleverage(1, 5);
        assertThat(cash(1)).isZero();
        assertThat(house.pendingOf(1)).isEqualTo(40);
    }

    @Test
    void whatIsMissingThenIsMissingForThoseOnTheOtherSide() {
        house.hold(house.call, 4, -10, 6).cash(0, 30, 0).fund(3);
        deleverage(1, 5);
        // 33 of 200, for claims of 80 and 120: 13.2 and 19.8.
        assertThat(cash(0)).isEqualTo(13);
        assertThat(cash(2)).isEqualTo(20);
        assertThat(house.only(Event.Deleverage.class).haircuts()).containsExactly(
                new Event.Haircut(0, 67), new Event.Haircut(2, 100));
        assertThat(house.s.treasury().insuranceFund()).isZero();
    }

    @Test
    void oneAfterAnotherAgainstWhatIsLeft() {
        house.hold(house.call, -5, -5, 6, 4).cash(0, 0, 0, 0);
        house.accounts().setFlagged(0, 5);
        deleverage(1, 5);
        assertThat(house.names()).containsExactly("Deleverage", "Deleverage", "EndLiquidation");
        assertThat(house.held(2, house.call)).isZero();
        assertThat(house.held(3, house.call)).isZero();
    }

    /** Against the rule taken word by word: sort, and take until there are enough. */
    @Property
    void isWhatTheRuleSays(@ForAll Random random) {
        House drawn = new House();
        long[] expected = IntStream.range(0, 6).mapToLong(a -> random.nextInt(9) - 4).toArray();
        expected[5] -= IntStream.range(0, 6).mapToLong(a -> expected[a]).sum();
        drawn.hold(drawn.call, expected).price(120);
        long[] cash = IntStream.range(0, 6).mapToLong(a -> random.nextInt(150)).toArray();
        drawn.cash(cash);
        for (int a = 0; a < 6; a++) {
            drawn.accounts().setFlagged(a, random.nextBoolean() ? 5 : 0);
        }
        drawn.run(Phase.LIQUIDATION);
        for (Event event : drawn.events) {
            if (event instanceof Event.Deleverage deleverage) {
                // Cash changes on the way: the machine is asked who was closed, but not how.
                closePlainly(expected, deleverage.account());
            }
        }
        for (int a = 0; a < 6; a++) {
            assertThat(drawn.held(a, drawn.call)).isEqualTo(expected[a]);
        }
    }

    private static void closePlainly(long[] held, int account) {
        int sign = Long.signum(held[account]);
        List<Integer> others = new ArrayList<>(IntStream.range(0, held.length).boxed().toList());
        others.removeIf(a -> Long.signum(held[a]) != -sign);
        others.sort(Comparator.comparing((Integer a) -> -Math.abs(held[a])).thenComparing(a -> a));
        for (int other : others) {
            long closed = Math.min(Math.abs(held[account]), Math.abs(held[other]));
            held[other] += sign * closed;
            held[account] -= sign * closed;
        }
        assertThat(held[account]).isZero();
    }
}
