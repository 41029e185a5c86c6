package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;

class EndLiquidationTest {

    @Test
    void goesOnToTheNextPhase() {
        House house = new House().run(Phase.LIQUIDATION);
        assertThat(house.s.progress().phase()).isEqualTo(Phase.STAKING);
        assertThat(House.changed(house.only(Event.EndLiquidation.class)))
                .containsExactly(Variable.PHASE);
    }

    /** The sweep leaves out most accounts unseen: none of those that need a step. */
    @Property
    void nobodyNeedsAStepWhenItIsOver(@ForAll Random random) {
        House house = new House();
        Series[] series = {
            house.call, house.put,
            house.s.contracts().list(3, 90, Right.CALL, 1),
            house.s.contracts().list(4, 112, Right.CALL, 1),
            house.s.contracts().list(5, 95, Right.PUT, 1),
        };
        for (int k = 0; k < 12; k++) {
            Series traded = series[random.nextInt(series.length)];
            long quantity = random.nextInt(8);
            house.s.positions().add(random.nextInt(6), traded, quantity);
            house.s.positions().add(random.nextInt(6), traded, -quantity);
        }
        house.cash(random.longs(6, 0, 160).toArray()).price(85 + random.nextInt(30));
        for (int a = 0; a < 6; a++) {
            house.accounts().setFlagged(a, random.nextInt(3) == 0 ? 4 + random.nextInt(6) : 0);
        }
        SweepMargin margins = new SweepMargin(house.s);
        for (int a = 0; a < 6; a++) {
            assertThat(margins.isUnderwater(a)).isEqualTo(MarginRule.isUnderwater(house.s, a));
        }
        house.run(Phase.LIQUIDATION);
        for (Event event : house.events) {
            if (event instanceof Event.Flag flag) {
                assertThat(house.accounts().flagged(flag.account())).isEqualTo(House.HEIGHT);
            } else if (event instanceof Event.Unflag unflag) {
                assertThat(house.accounts().isFlagged(unflag.account())).isFalse();
            }
        }
        for (int a = 0; a < 6; a++) {
            // Flagged for at most TakeoverBlocks + 1 blocks with fresh prices.
            if (house.accounts().isFlagged(a)) {
                assertThat(House.HEIGHT - house.accounts().flagged(a)).isLessThanOrEqualTo(4);
            }
        }
    }
}
