package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** In one epoch 500 can be requested. */
class RequestWithdrawalTest {

    private final House house = new House();

    private House request(long nonce, long amount) {
        return house.execute(
                new Command.RequestWithdrawal(1, nonce, amount), House.account(1));
    }

    @Test
    void cashLeavesTheAccountButNotTheHouse() {
        request(0, 40);
        assertThat(house.accounts().cash(1)).isEqualTo(960);
        assertThat(house.s.treasury().withdrawal(1)).isEqualTo(new Withdrawal(
                1, 1, 40, WithdrawalStatus.PENDING, House.HEIGHT, List.of(), 0));
        assertThat(house.s.treasury().nextWithdrawal()).isEqualTo(2);
        assertThat(house.s.treasury().withdrawn()).isEqualTo(40);
        assertThat(house.s.treasury().externalOut()).isZero();
        assertThat(House.changed(house.only(Event.RequestWithdrawal.class))).containsExactly(
                Variable.CASH, Variable.NONCE, Variable.WITHDRAWALS, Variable.NEXT_WITHDRAWAL,
                Variable.WITHDRAWN);
    }

    @Test
    void upToTheCapOfAllTogether() {
        house.s.treasury().setWithdrawn(100);
        request(0, 400);
        assertThat(house.s.treasury().withdrawn()).isEqualTo(500);
        assertThat(TreasuryRules.requestWithdrawalRefusal(
                house.s, new Command.RequestWithdrawal(1, 1, 1), House.account(1)))
                .contains(Rejection.CAP_REACHED);
    }

    /** S3: what the account needs for its positions stays. */
    @Test
    void upToTheFreeCollateral() {
        house.hold(house.call, 40, -40);
        assertThat(TreasuryRules.requestWithdrawalRefusal(
                house.s, new Command.RequestWithdrawal(1, 0, 201), House.account(1)))
                .contains(Rejection.INSUFFICIENT_COLLATERAL);
        request(0, 200);
        assertThat(MarginRule.freeCollateral(house.s, 1)).isZero();
    }

    @Test
    void allOfTheCash() {
        house.cash(0, 500);
        request(0, 500);
        assertThat(house.accounts().cash(1)).isZero();
    }
}
