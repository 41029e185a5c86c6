package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Scenarios;

/** Many random scenarios: none violates anything, and together they meet everything. */
class RandomSeedsTest {

    private static final int SEEDS = 300;

    /** What is counted only where payloads are executed. */
    private static final EnumSet<Count> OF_SETTLEMENT = EnumSet.of(Count.SETTLEMENT_EVENTS,
            Count.SYSTEM_EVENTS, Count.ACCUSATIONS, Count.STOPPED, Count.LEFT_OUT);

    @Test
    void nothingIsViolatedAndEverythingIsExercised() {
        Statistics all = new Statistics();
        for (long seed = 100_001; seed <= 100_000 + SEEDS; seed++) {
            Outcome outcome = Cluster.run(Scenarios.random(seed), Options.PLAIN);
            assertThat(outcome.violation()).as(outcome.scenario().describe()).isNull();
            all.merge(outcome.statistics());
        }
        assertThat(all.get(Count.RUNS)).isEqualTo(SEEDS);
        assertThat(all.get(Count.BLOCKS)).isGreaterThan(20L * SEEDS);
        assertThat(all.behaviours().keySet())
                .containsExactlyInAnyOrderElementsOf(Behaviour.OF_ORDERING);
        assertThat(all.actions().keySet()).containsExactlyInAnyOrder(
                "Commit", "Crash", "EnterView", "Finalize", "HoldCertificate", "Notarize",
                "Nullify", "Persist", "Propose", "Receive", "Restart");
        assertThat(all.variants().keySet()).containsExactlyInAnyOrderElementsOf(Variants.ALL);
        assertThat(all.accused().values()).anyMatch(pairs -> pairs.size() == 4);
        for (Count count : EnumSet.complementOf(OF_SETTLEMENT)) {
            assertThat(all.get(count)).as(count.label()).isPositive();
        }
    }
}
