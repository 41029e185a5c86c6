package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;

/** Two of three custodians must approve. */
class ApproveWithdrawalTest {

    private final House house = new House();

    @BeforeEach
    void request() {
        house.execute(new Command.RequestWithdrawal(1, 0, 40), House.account(1));
    }

    private Withdrawal approve(int custodian) {
        house.execute(new Command.ApproveWithdrawal(custodian, 1), House.custodian(custodian));
        Withdrawal withdrawal = house.s.treasury().withdrawal(1);
        assertThat(withdrawal).isNotNull();
        return withdrawal;
    }

    @Test
    void theHeightOfTheLastOneThatWasNeededIsWrittenDown() {
        Withdrawal first = approve(2);
        assertThat(first.approvals()).containsExactly(2);
        assertThat(first.approved()).isZero();
        assertThat(House.changed(house.only(Event.ApproveWithdrawal.class)))
                .containsExactly(Variable.WITHDRAWALS);
        house.atHeight(12);
        Withdrawal second = approve(0);
        assertThat(second.approvals()).containsExactly(0, 2);
        assertThat(second.approved()).isEqualTo(12);
        house.atHeight(13);
        Withdrawal third = approve(1);
        assertThat(third.approvals()).containsExactly(0, 1, 2);
        assertThat(third.approved()).isEqualTo(12);
    }

    @Test
    void evenInAHalt() {
        house.s.oracle().setCandidate(7);
        assertThat(approve(1).approvals()).containsExactly(1);
    }
}
