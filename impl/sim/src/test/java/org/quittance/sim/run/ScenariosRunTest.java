package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Corpus;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.Scenarios;

/** The demonstration and the corpus do what they are there for. */
class ScenariosRunTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 4711})
    void demoCommitsBlocksInSpiteOfEverything(long seed) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = Cluster.run(Scenarios.demo(seed), Options.PLAIN.tracedTo(lines::add));
        Statistics statistics = outcome.statistics();
        assertThat(outcome.violation()).isNull();
        assertThat(statistics.get(Count.BLOCKS)).isBetween(25L, 70L);
        assertThat(statistics.get(Count.CRASHES)).isEqualTo(1);
        assertThat(statistics.get(Count.RESTARTS)).isEqualTo(1);
        assertThat(statistics.get(Count.PARTITIONS)).isEqualTo(1);
        assertThat(statistics.get(Count.LOST)).isPositive();
        assertThat(statistics.accused()).containsOnlyKeys(3);
        assertThat(lines.getFirst()).startsWith("{\"format\":\"quittance-trace\",\"version\":1,");
        assertThat(lines.getLast()).startsWith("{\"end\":true,\"events\":" + (lines.size() - 2));
        assertThat(statistics.get(Count.EVENTS)).isEqualTo(lines.size() - 2);
    }

    @Test
    void corpusTakesEveryActionInEveryNamedWay() {
        Statistics all = new Statistics();
        for (Scenario scenario : Corpus.scenarios()) {
            Outcome outcome = Cluster.run(scenario, Options.PLAIN);
            assertThat(outcome.violation()).as(scenario.describe()).isNull();
            assertThat(outcome.statistics().get(Count.EVENTS)).as(scenario.name())
                    .isBetween(100L, 1_000L);
            all.merge(outcome.statistics());
        }
        assertThat(all.actions()).hasSize(11);
        assertThat(all.variants().keySet()).containsExactlyInAnyOrderElementsOf(Variants.ALL);
        assertThat(all.behaviours().keySet())
                .containsExactlyInAnyOrderElementsOf(Behaviour.OF_ORDERING);
    }

    @Test
    void realSignaturesServeAsWell() {
        Outcome outcome =
                Cluster.run(Corpus.scenarios().getFirst(), Options.PLAIN.signedWithEd25519(true));
        assertThat(outcome.violation()).isNull();
        assertThat(outcome.statistics().get(Count.BLOCKS)).isPositive();
    }
}
