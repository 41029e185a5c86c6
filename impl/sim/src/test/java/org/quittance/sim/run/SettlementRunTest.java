package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.sim.scenario.SettlementScenario;
import org.quittance.sim.settlement.Market;

/** Runs of one settlement machine: what they hold to, and what they reach. */
class SettlementRunTest {

    private static final int RUNS = 60;
    private static final int MOST_EVENTS = 400;

    private static List<String> trace(SettlementScenario scenario) {
        List<String> lines = new ArrayList<>();
        SettlementRun.run(scenario, Options.PLAIN.settlementTracedTo(lines::add, line -> { }));
        return lines;
    }

    private static void includes(SortedSet<String> reached, SortedSet<String> wanted) {
        SortedSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(reached);
        assertThat(missing).as("never reached").isEmpty();
        SortedSet<String> more = new TreeSet<>(reached);
        more.removeAll(wanted);
        more.removeAll(Reachable.UNLIKELY.keySet());
        assertThat(more).as("reached though the table doesn't have it").isEmpty();
    }

    /** The corpus is there to reach everything; random runs reach nothing that isn't listed. */
    @Test
    void corpusAndRandomRunsReachAllThereIs() {
        Coverage corpus = new Coverage();
        for (SettlementScenario scenario : SettlementScenario.corpus()) {
            SettlementRun.Result result = SettlementRun.run(scenario, Options.PLAIN);
            assertThat(result.violation()).as(scenario.name()).isNull();
            assertThat(result.events()).as(scenario.name()).isBetween(100L, (long) MOST_EVENTS);
            corpus.merge(result.coverage());
        }
        includes(new TreeSet<>(corpus.actions().keySet()), Reachable.actions());
        includes(new TreeSet<>(corpus.decisions().keySet()), Reachable.decisions());
        includes(new TreeSet<>(corpus.stages().keySet()), Reachable.stages());
    }

    @Test
    void propertiesHoldInRandomRuns() {
        Coverage all = new Coverage();
        for (long seed = 1; seed <= RUNS; seed++) {
            SettlementRun.Result result =
                    SettlementRun.run(SettlementScenario.random(seed), Options.PLAIN);
            assertThat(result.violation()).as("seed " + seed).isNull();
            all.merge(result.coverage());
        }
        assertThat(all.actions().keySet()).containsExactlyElementsOf(Reachable.actions());
        assertThat(Reachable.decisions()).containsAll(all.decisions().keySet());
        assertThat(all.decisions()).hasSizeGreaterThan(Reachable.decisions().size() * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sameSeedSameTrace(long seed) {
        List<String> trace = trace(SettlementScenario.random(seed));
        assertThat(trace).isEqualTo(trace(SettlementScenario.random(seed)));
        assertThat(trace.getFirst()).startsWith(
                "{\"format\":\"quittance-trace\",\"version\":1,\"spec\":\"Settlement\",");
        assertThat(trace.getLast()).isEqualTo("{\"end\":true,\"events\":" + (trace.size() - 2)
                + ",\"last\":{\"0\":" + (trace.size() - 3) + "}}");
    }

    @Test
    void otherSeedOtherTrace() {
        assertThat(trace(SettlementScenario.random(1)))
                .isNotEqualTo(trace(SettlementScenario.random(2)));
    }

    /** Numbers are as large as real ones, so that products don't fit in 32 or 53 bits. */
    @Test
    void amountsAreLarge() {
        long largest = 0;
        for (long seed = 1; seed <= 20; seed++) {
            var market = Market.random(seed);
            for (long cash : market.cash()) {
                largest = Math.max(largest, cash);
            }
        }
        assertThat(largest).isGreaterThan(10_000_000_000_000L);
    }
}
