package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Validators;
import org.quittance.core.settlement.state.Variable;

/** Evidence takes 3.33 %. */
class SlashTest {

    private static final Bytes NOTHING = Bytes.copyOf(new byte[0]);

    private final House house = new House();
    private final Validators validators = house.s.validators();

    private House slash(EvidenceKind kind, long at) {
        return house.execute(
                new Command.SubmitEvidence(1, kind, at, NOTHING, NOTHING), Signers.NONE);
    }

    @Test
    void takesFromStakeAndFromWhatIsUnbonding() {
        validators.setUnbonding(1, new Unbonding(1, 20));
        slash(EvidenceKind.VOTE, 7);
        // 3.33 and 0.0333, rounded up.
        assertThat(validators.stake(1)).isEqualTo(96);
        assertThat(validators.unbonding(1)).isEqualTo(new Unbonding(0, 20));
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(5);
        assertThat(validators.isJailed(1)).isTrue();
        assertThat(validators.weight(1)).isEqualTo(100);
        assertThat(validators.stake(0)).isEqualTo(100);
        assertThat(House.changed(house.only(Event.Slash.class))).containsExactly(
                Variable.STAKE, Variable.UNBONDING, Variable.JAILED, Variable.USED_EVIDENCE,
                Variable.INSURANCE_FUND);
    }

    /** S15: each piece once, but every piece. */
    @Test
    void onceForEachKindAndPlace() {
        slash(EvidenceKind.VOTE, 7);
        slash(EvidenceKind.ATTESTATION, 7);
        slash(EvidenceKind.VOTE, 8);
        // Of 96 and of 92 it is again 4, rounded up.
        assertThat(validators.stake(1)).isEqualTo(88);
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(12);
        assertThat(StakingRules.slashRefusal(house.s, new Command.SubmitEvidence(
                1, EvidenceKind.VOTE, 7, NOTHING, NOTHING), Signers.NONE))
                .contains(Rejection.ALREADY_USED);
        assertThat(StakingRules.slashRefusal(house.s, new Command.SubmitEvidence(
                2, EvidenceKind.VOTE, 7, NOTHING, NOTHING), Signers.NONE)).isEmpty();
    }

    @Test
    void whoHasNothingIsJailedAllTheSame() {
        validators.setStake(1, 0);
        slash(EvidenceKind.ATTESTATION, 3);
        assertThat(validators.isJailed(1)).isTrue();
        assertThat(house.s.treasury().insuranceFund()).isZero();
    }

    @Test
    void evenInAHaltWithoutAPrice() {
        house.s.oracle().setPrice(0, 0);
        house.s.oracle().setCandidate(7);
        slash(EvidenceKind.VOTE, 7);
        assertThat(validators.isJailed(1)).isTrue();
    }

    @Test
    void largeStakesAreSlashedExactly() {
        validators.setStake(1, 1L << 59);
        slash(EvidenceKind.VOTE, 7);
        assertThat(house.s.treasury().insuranceFund()).isEqualTo(
                BigInteger.TWO.pow(59).multiply(BigInteger.valueOf(333))
                        .add(BigInteger.valueOf(9999))
                        .divide(BigInteger.valueOf(10_000)).longValueExact());
    }
}
