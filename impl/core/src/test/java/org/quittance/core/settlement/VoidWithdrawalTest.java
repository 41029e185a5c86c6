package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

class VoidWithdrawalTest {

    private final House house = new House();

    @BeforeEach
    void request() {
        house.execute(new Command.RequestWithdrawal(1, 0, 40), House.account(1));
    }

    private House makeVoid() {
        return house.execute(new Command.VoidWithdrawal(1, 1, 1), House.account(1));
    }

    @Test
    void theMoneyGoesBack() {
        makeVoid();
        Withdrawal withdrawal = house.s.treasury().withdrawal(1);
        assertThat(withdrawal).isNotNull();
        assertThat(withdrawal.status()).isEqualTo(WithdrawalStatus.VOID);
        assertThat(house.accounts().cash(1)).isEqualTo(1000);
        assertThat(House.changed(house.only(Event.VoidWithdrawal.class)))
                .containsExactly(Variable.CASH, Variable.NONCE, Variable.WITHDRAWALS,
                        Variable.WITHDRAWN);
    }

    /** Whoever asks and takes back all the time does not use up the epoch's cap. */
    @Test
    void inTheSameEpochTheAllowanceComesBack() {
        assertThat(house.s.treasury().withdrawn()).isEqualTo(40);
        makeVoid();
        assertThat(house.s.treasury().withdrawn()).isZero();
    }

    @Test
    void soItDoesSomeBlocksLater() {
        house.atHeight(12).execute(new Command.RequestWithdrawal(1, 1, 7), House.account(1));
        house.s.treasury().setWithdrawn(7);
        house.atHeight(15).execute(new Command.VoidWithdrawal(1, 2, 2), House.account(1));
        assertThat(house.s.treasury().withdrawn()).isZero();
    }

    /** Epochs have five blocks: heights 6 to 10, and 11 to 15. */
    @Test
    void theAllowanceOfAnEarlierEpochDoesNotComeBack() {
        house.atHeight(11).s.treasury().setWithdrawn(7);
        makeVoid();
        assertThat(house.s.treasury().withdrawn()).isEqualTo(7);
        assertThat(house.accounts().cash(1)).isEqualTo(1000);
    }

    @Test
    void evenWhenApproved() {
        house.execute(new Command.ApproveWithdrawal(0, 1), House.custodian(0));
        house.execute(new Command.ApproveWithdrawal(1, 1), House.custodian(1));
        makeVoid();
        assertThat(TreasuryRules.executeWithdrawalRefusal(
                house.s, new Command.ExecuteWithdrawal(1), Signers.NONE))
                .contains(Rejection.NOT_PENDING);
    }

    @Test
    void evenWhenFlaggedAndHalted() {
        house.accounts().setFlagged(1, 9);
        house.s.oracle().setCandidate(7);
        makeVoid();
        assertThat(house.accounts().cash(1)).isEqualTo(1000);
    }
}
