package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Requested at height 10, approved at 11, and due two blocks after the request. */
class ExecuteWithdrawalTest {

    private final House house = new House();

    @BeforeEach
    void approve() {
        house.execute(new Command.RequestWithdrawal(1, 0, 40), House.account(1));
        house.atHeight(11);
        house.execute(new Command.ApproveWithdrawal(0, 1), House.custodian(0));
        house.execute(new Command.ApproveWithdrawal(1, 1), House.custodian(1));
        house.atHeight(12).s.treasury().setQuitted(11);
    }

    private Optional<Rejection> refusal() {
        return TreasuryRules.executeWithdrawalRefusal(
                house.s, new Command.ExecuteWithdrawal(1), Signers.NONE);
    }

    @Test
    void theMoneyLeaves() {
        house.execute(new Command.ExecuteWithdrawal(1), Signers.NONE);
        Withdrawal withdrawal = house.s.treasury().withdrawal(1);
        assertThat(withdrawal).isNotNull();
        assertThat(withdrawal.status()).isEqualTo(WithdrawalStatus.EXECUTED);
        assertThat(house.s.treasury().externalOut()).isEqualTo(40);
        assertThat(house.accounts().cash(1)).isEqualTo(960);
        assertThat(House.changed(house.only(Event.ExecuteWithdrawal.class)))
                .containsExactly(Variable.WITHDRAWALS, Variable.EXTERNAL_OUT);
    }

    @Test
    void onceOnly() {
        house.execute(new Command.ExecuteWithdrawal(1), Signers.NONE);
        assertThat(refusal()).contains(Rejection.NOT_PENDING);
    }

    @Test
    void notBeforeTheDelayHasPassed() {
        house.atHeight(11);
        assertThat(refusal()).contains(Rejection.TOO_EARLY);
        house.atHeight(12);
        assertThat(refusal()).isEmpty();
    }

    /** A quittance of the block before the approval proves nothing of it. */
    @Test
    void onlyUnderAQuittanceOfTheApproval() {
        house.s.treasury().setQuitted(10);
        assertThat(refusal()).contains(Rejection.NOT_QUITTED);
        house.s.treasury().setQuitted(11);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void notToWhoLacksMargin() {
        house.accounts().setFlagged(1, 11);
        assertThat(refusal()).contains(Rejection.FLAGGED);
        house.accounts().setFlagged(1, 0);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void evenInAHaltWithoutAPrice() {
        house.s.oracle().setPrice(0, 0);
        house.s.oracle().setPausedUntil(99);
        assertThat(refusal()).isEmpty();
    }
}
