package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;
import org.quittance.core.crypto.SimulationScheme;

/** Whether a node is ready is a matter of weight, and of having executed what is final. */
class StatusTest {

    private static final Status FINE = new Status(3, 2, 2, 1, "", 0, false);

    /** Four validators of weights 1, 1, 1 and 5: a quorum has at least 6. */
    private static ValidatorSet validators() {
        SimulationScheme scheme = new SimulationScheme(1);
        List<Validator> validators = new ArrayList<>();
        for (long weight : new long[] {1, 1, 1, 5}) {
            validators.add(new Validator(new Weight(weight),
                    scheme.signer(validators.size()).publicKey()));
        }
        return new ValidatorSet("weights", 0, validators);
    }

    private static SortedSet<ValidatorId> present(int... ids) {
        SortedSet<ValidatorId> present = new TreeSet<>();
        for (int id : ids) {
            present.add(new ValidatorId(id));
        }
        return present;
    }

    @Test
    void weightCountsNotHeads() {
        assertThat(FINE.isReady(validators(), present(0, 3))).isTrue();
        assertThat(FINE.isReady(validators(), present(0, 1, 2))).isFalse();
        assertThat(FINE.isReady(validators(), present(3))).isFalse();
    }

    @Test
    void whoIsBehindOrStoppedOrHasNotBegunIsNotReady() {
        SortedSet<ValidatorId> all = present(0, 1, 2, 3);
        assertThat(FINE.isReady(validators(), all)).isTrue();
        assertThat(new Status(3, 3, 2, 1, "", 0, false).isReady(validators(), all)).isFalse();
        assertThat(new Status(3, 2, 2, 1, "", 0, true).isReady(validators(), all)).isFalse();
        assertThat(new Status(0, 0, 0, 0, "", 0, false).isReady(validators(), all)).isFalse();
    }
}
