package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;

/** Account 1 takes over account 2. The initial margin of a short call at the money is 20. */
class TakeoverTest {

    private final House house = new House();

    private House flagged(long since) {
        house.hold(house.call, 10, 0, -10).accounts().setFlagged(2, since);
        return house;
    }

    private House takeover() {
        return house.execute(new Command.Takeover(1, 0, 2), House.account(1));
    }

    private long cash(int account) {
        return house.accounts().cash(account);
    }

    @Test
    void theBidderGetsThePositionsAndAShareOfTheCash() {
        flagged(8).hold(house.put, 0, 3, 4, -7).cash(0, 1000, 99);
        takeover();
        // Two of four blocks have passed: half, rounded down.
        assertThat(cash(1)).isEqualTo(1049);
        assertThat(cash(2)).isEqualTo(50);
        assertThat(house.held(1, house.call)).isEqualTo(-10);
        assertThat(house.held(1, house.put)).isEqualTo(7);
        assertThat(house.s.positions().count(2)).isZero();
        assertThat(house.accounts().isFlagged(2)).isFalse();
        Event.Takeover event = house.only(Event.Takeover.class);
        assertThat(House.changed(event)).containsExactly(
                Variable.CASH, Variable.POSITION, Variable.NONCE, Variable.FLAGGED);
    }

    @Test
    void nothingOfTheCashInTheBlockOfTheFlag() {
        flagged(House.HEIGHT).cash(0, 1000, 99);
        takeover();
        assertThat(cash(1)).isEqualTo(1000);
    }

    @Test
    void allOfItInTheLastBlock() {
        flagged(House.HEIGHT - 4).cash(0, 1000, 99);
        takeover();
        assertThat(cash(1)).isEqualTo(1099);
        assertThat(cash(2)).isZero();
    }

    /** S12: the target's options of one group are worth more than it misses in another. */
    @Test
    void theTargetIsPaidWhatItsPositionsAreWorth() {
        house.hold(house.call, 0, 0, -10).hold(dear(), 0, -7, 7).cash(0, 1000, 99);
        house.accounts().setFlagged(2, 8);
        takeover();
        // Seven calls that are 40 in the money, less the half of the cash.
        assertThat(cash(1)).isEqualTo(1000 + 49 - 280);
        assertThat(cash(2)).isEqualTo(50 + 280);
        assertThat(house.s.positions().count(2)).isZero();
    }

    @Test
    void whatIsWorthLessThanNothingCostsNothing() {
        flagged(8).hold(dear(), 0, 7, -7).cash(0, 1000, 99);
        takeover();
        assertThat(cash(1)).isEqualTo(1049);
        assertThat(cash(2)).isEqualTo(50);
    }

    /** S12, to the unit: what it pays counts too. */
    @Test
    void theBidderMustBeAbleToPay() {
        house.hold(house.call, 0, 10, -10).hold(dear(), 0, -7, 7).cash(0, 230, 99);
        house.accounts().setFlagged(2, 8);
        assertThat(refusal()).contains(Rejection.INSUFFICIENT_COLLATERAL);
        house.cash(0, 231, 99);
        takeover();
        assertThat(cash(1)).isZero();
        assertThat(house.s.positions().count(1)).isZero();
    }

    /** A call of another group that is 40 in the money. */
    private Series dear() {
        house.s.contracts().put(new Group(2, House.HEIGHT + 5, GroupStatus.LIVE, List.of()));
        return house.s.contracts().list(3, 60, Right.CALL, 2);
    }

    /** S12, to the unit: the share of the target's cash counts. */
    @Test
    void theBidderMustHaveTheCollateralAfterwards() {
        flagged(8).cash(0, 150, 99);
        assertThat(refusal()).contains(Rejection.INSUFFICIENT_COLLATERAL);
        house.cash(0, 151, 99);
        takeover();
        assertThat(cash(1)).isEqualTo(200);
        assertThat(MarginRule.freeCollateral(house.s, 1)).isZero();
    }

    @Test
    void positionsOfBothOffsetEachOther() {
        flagged(House.HEIGHT).hold(house.call, 0, 10, -10).cash(0, 0, 0);
        takeover();
        assertThat(house.s.positions().count(1)).isZero();
    }

    @Test
    void positionsStayWithinTheLimit() {
        flagged(House.HEIGHT).hold(house.call, 100, -90, -10).cash(0, 2000, 0);
        takeover();
        assertThat(house.held(1, house.call)).isEqualTo(-100);
    }

    @Test
    void evenInAPause() {
        flagged(8).cash(0, 1000, 99).s.oracle().setPausedUntil(99);
        takeover();
        assertThat(house.accounts().isFlagged(2)).isFalse();
    }

    /** The product of cash and blocks has more than 64 bits. */
    @Test
    void theShareIsExact() {
        flagged(7).cash(0, 0, (1L << 60) - 10_000);
        assertThat(LiquidationRules.bounty(house.s, 2)).isEqualTo(3 * ((1L << 58) - 2500));
    }

    /** S12: ten short calls at the money need a maintenance margin of 100. */
    @Test
    void notOfWhoHasComeBackWithADeposit() {
        flagged(8).cash(0, 1000, 99);
        assertThat(refusal()).isEmpty();
        house.at(Phase.COMMANDS);
        Commands.execute(house.s, new Command.Deposit(1, 2, House.key(2), 1),
                Signers.of(House.key(House.CUSTODIANS), House.key(House.CUSTODIANS + 1)),
                house.sink);
        assertThat(cash(2)).isEqualTo(100);
        assertThat(house.accounts().isFlagged(2)).isTrue();
        assertThat(refusal()).contains(Rejection.NOT_FLAGGED);
    }

    /** Account 2 is flagged in the sweep in which all it holds is closed out with account 3's. */
    @Test
    void notOfWhoIsFlatSinceTheSweep() {
        house.hold(house.call, 0, 0, -10, 10).hold(house.put, 10, 0, 0, -10).cash(0, 1000, 0, 0);
        house.accounts().setFlagged(3, House.HEIGHT - 5);
        house.run(Phase.LIQUIDATION);
        assertThat(house.names()).containsExactly("Flag", "Deleverage", "EndLiquidation");
        house.atHeight(House.HEIGHT + 1).at(Phase.COMMANDS);
        assertThat(house.accounts().isFlagged(2)).isTrue();
        assertThat(house.s.positions().count(2)).isZero();
        assertThat(refusal()).contains(Rejection.NOT_FLAGGED);
    }

    private Optional<Rejection> refusal() {
        return LiquidationRules.takeoverRefusal(
                house.s, new Command.Takeover(1, 0, 2), House.account(1));
    }
}
