package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Validators;
import org.quittance.core.settlement.state.Variable;

/** Settlement prices are means of two; account 4 owns validators 0 and 1, with stakes of 100. */
class SettleGroupTest {

    private final House house = new House();
    private final Validators validators = house.s.validators();

    private House settle(Long... observed) {
        house.s.contracts().put(
                new Group(1, 5, GroupStatus.EXPIRED, List.of(observed)));
        return house.run(Phase.EXPIRY);
    }

    private long cash(int account) {
        return house.accounts().cash(account);
    }

    @Test
    void positionsBecomeWhatTheyAreWorth() {
        house.hold(house.call, 3, -2, -1).hold(house.put, -5, 5);
        settle(120L, 131L);
        // The mean is 125, rounded down.
        assertThat(cash(0)).isEqualTo(1000 + 3 * 25);
        assertThat(cash(1)).isEqualTo(1000 - 2 * 25);
        assertThat(cash(2)).isEqualTo(1000 - 25);
        assertThat(house.names()).containsExactly("SettleGroup", "EndExpiry");
        assertThat(house.only(Event.SettleGroup.class).haircuts()).isEmpty();
    }

    @Test
    void putsPayBelowTheStrike() {
        house.hold(house.put, -5, 5);
        settle(90L, 90L);
        assertThat(cash(0)).isEqualTo(950);
        assertThat(cash(1)).isEqualTo(1050);
    }

    @Test
    void atTheStrikeNothingIsPaid() {
        house.hold(house.call, 3, -3).hold(house.put, 3, -3);
        settle(100L, 101L);
        assertThat(cash(0)).isEqualTo(1000);
        assertThat(House.changed(house.only(Event.SettleGroup.class)))
                .contains(Variable.POSITION).doesNotContain(Variable.CASH);
    }

    @Test
    void nothingIsLeftAndItHappensOnce() {
        house.hold(house.call, 3, -3);
        settle(120L, 120L);
        assertThat(house.held(0, house.call)).isZero();
        assertThat(house.s.positions().count(1)).isZero();
        Group settled = house.s.contracts().group(1);
        assertThat(settled).isNotNull();
        assertThat(settled.status()).isEqualTo(GroupStatus.SETTLED);
        assertThat(settled.observed()).containsExactly(120L, 120L);
        house.run(Phase.EXPIRY);
        assertThat(house.names()).containsExactly("EndExpiry");
        assertThat(cash(0)).isEqualTo(1060);
    }

    @Test
    void notBeforeEnoughPricesAreKnown() {
        house.hold(house.call, 3, -3);
        settle(120L);
        assertThat(house.names()).containsExactly("EndExpiry");
        assertThat(house.held(0, house.call)).isEqualTo(3);
    }

    /** HALT never blocks settlement with a final price. */
    @Test
    void evenInAHaltAndWithoutAFreshPrice() {
        house.s.oracle().setCandidate(500);
        house.s.oracle().setPausedUntil(99);
        house.hold(house.call, 3, -3);
        settle(120L, 120L);
        assertThat(cash(0)).isEqualTo(1060);
    }

    @Test
    void otherGroupsAreLeftAlone() {
        house.s.contracts().put(new Group(2, 99, GroupStatus.LIVE, List.of()));
        Series other = house.s.contracts().list(9, 100, Right.CALL, 2);
        house.hold(house.call, 3, -3).hold(other, 4, -4);
        settle(120L, 120L);
        assertThat(house.held(0, other)).isEqualTo(4);
        assertThat(cash(0)).isEqualTo(1060);
    }

    @Test
    void stakeComesAfterCash() {
        house.cash(0, 0, 0, 0, 30).hold(house.call, 5, 0, 0, 0, -5).fund(99);
        settle(120L, 120L);
        assertThat(cash(4)).isZero();
        assertThat(validators.stake(0)).isEqualTo(30);
        assertThat(validators.stake(1)).isEqualTo(100);
        assertThat(House.changed(house.only(Event.SettleGroup.class)))
                .contains(Variable.STAKE).doesNotContain(Variable.UNBONDING);
        assertThat(cash(0)).isEqualTo(100);
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(99);
    }

    @Test
    void unbondingStakeComesAfterTheStakeOfTheSameValidator() {
        validators.setUnbonding(0, new Unbonding(40, 20));
        validators.setUnbonding(1, new Unbonding(40, 21));
        house.cash(0, 0, 0, 0, 30).hold(house.call, 10, 0, 0, 0, -10).fund(99);
        settle(120L, 120L);
        // 200 = 30 + 100 + 40 + 30.
        assertThat(validators.stake(0)).isZero();
        assertThat(validators.unbonding(0)).isEqualTo(new Unbonding(0, 20));
        assertThat(validators.stake(1)).isEqualTo(70);
        assertThat(validators.unbonding(1)).isEqualTo(new Unbonding(40, 21));
        assertThat(validators.stake(2)).isEqualTo(100);
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(99);
    }

    @Test
    void theFundComesAfterStake() {
        house.cash(0, 0, 0, 0, 30).hold(house.call, 14, 0, 0, 0, -14).fund(99);
        settle(120L, 120L);
        // 280 = 30 + 100 + 100 + 50.
        assertThat(validators.stake(1)).isZero();
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(49);
        assertThat(cash(0)).isEqualTo(280);
        assertThat(house.only(Event.SettleGroup.class).haircuts()).isEmpty();
    }

    @Test
    void whatIsMissingThenIsMissingForTheWinners() {
        house.cash(0, 0, 0, 0, 0, 500).fund(3).hold(house.call, 2, 1, 4, -7);
        settle(110L, 110L);
        // 3 of 70, for claims of 20, 10 and 40: 0.86, 0.43 and 1.71.
        assertThat(cash(0)).isEqualTo(1);
        assertThat(cash(1)).isZero();
        assertThat(cash(2)).isEqualTo(2);
        assertThat(cash(3)).isZero();
        assertThat(cash(5)).isEqualTo(500);
        assertThat(house.s.treasury().insuranceFund()).isZero();
        assertThat(house.only(Event.SettleGroup.class).haircuts()).containsExactly(
                new Event.Haircut(0, 19), new Event.Haircut(1, 10), new Event.Haircut(2, 38));
    }

    /** S6 and S11, for any positions: whoever isn't short gets its due or the fund is empty. */
    @Property
    void everyoneGetsWhatItsContractsSay(@ForAll Random random) {
        House drawn = new House();
        long[] due = new long[6];
        for (Series series : List.of(drawn.call, drawn.put)) {
            for (int k = 0; k < 4; k++) {
                int buyer = random.nextInt(6);
                int seller = random.nextInt(6);
                long quantity = random.nextInt(20);
                drawn.s.positions().add(buyer, series, quantity);
                drawn.s.positions().add(seller, series, -quantity);
            }
        }
        drawn.cash(random.longs(6, 0, 300).toArray()).fund(random.nextInt(100));
        for (int k = 0; k < 4; k++) {
            drawn.ask(random.nextInt(6), 1 + random.nextInt(100));
        }
        long price = random.nextInt(200);
        for (int a = 0; a < 6; a++) {
            due[a] = drawn.held(a, drawn.call) * Math.max(0, price - 100)
                    + drawn.held(a, drawn.put) * Math.max(0, 100 - price);
        }
        long[] had = wealth(drawn);
        drawn.s.contracts().put(new Group(1, 5, GroupStatus.EXPIRED, List.of(price, price + 1)));
        drawn.run(Phase.EXPIRY);
        long[] has = wealth(drawn);
        long[] haircuts = new long[6];
        drawn.only(Event.SettleGroup.class).haircuts()
                .forEach(h -> haircuts[h.account()] = h.amount());
        for (int a = 0; a < 6; a++) {
            assertThat(has[a]).isEqualTo(due[a] >= 0
                    ? had[a] + due[a] - haircuts[a]
                    : Math.max(0, had[a] + due[a]));
        }
        if (Arrays.stream(haircuts).sum() > 0) {
            assertThat(drawn.s.treasury().insuranceFund()).isZero();
        }
    }

    private static long[] wealth(House house) {
        long[] wealth = new long[6];
        for (int a = 0; a < 6; a++) {
            wealth[a] = house.accounts().cash(a) + house.pendingOf(a);
        }
        for (int v = 0; v < 4; v++) {
            wealth[House.OWNERS[v]] += house.s.validators().stake(v);
        }
        return wealth;
    }
}
