package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.replica.SystemEvent;
import org.quittance.sim.check.Property;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Scenario;
import org.quittance.sim.scenario.Scenarios;
import org.quittance.sim.scenario.Settling;
import org.quittance.sim.scenario.SettlingCorpus;

/** Clusters that order, execute and attest. */
class SettlingTest {

    private static final int RUNS = 25;

    private record Traces(List<String> ordering, List<String> settlement, List<String> system) {

        static Traces of(Scenario scenario) {
            Traces traces = new Traces(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Outcome outcome = Cluster.run(scenario, Options.PLAIN.tracedTo(traces.ordering::add)
                    .settlementTracedTo(traces.settlement::add, traces.system::add));
            assertThat(outcome.violation()).as(scenario.describe()).isNull();
            return traces;
        }
    }

    private static Stream<Scenario> corpus() {
        return SettlingCorpus.scenarios().stream();
    }

    private static Scenario named(String name) {
        return corpus().filter(scenario -> scenario.name().equals(name)).findFirst().orElseThrow();
    }

    private static Statistics run(String name) {
        Outcome outcome = Cluster.run(named(name), Options.PLAIN);
        assertThat(outcome.violation()).as(name).isNull();
        return outcome.statistics();
    }

    @Test
    void propertiesHoldInRandomRuns() {
        Statistics all = new Statistics();
        for (long seed = 1; seed <= RUNS; seed++) {
            Outcome outcome = Cluster.run(Scenarios.settling(seed), Options.PLAIN);
            assertThat(outcome.violation()).as("seed " + seed).isNull();
            all.merge(outcome.statistics());
        }
        assertThat(all.get(Count.ACCUSATIONS)).isPositive();
        assertThat(all.get(Count.STOPPED)).isPositive();
        assertThat(all.get(Count.LEFT_OUT)).isPositive();
        assertThat(all.coverage().actions()).containsKeys(
                "Fill", "SettleGroup", "Slash", "Quit", "ExecuteWithdrawal");
        assertThat(all.behaviours())
                .containsKeys(Behaviour.WRONG_ATTESTER, Behaviour.DOUBLE_ATTESTER);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void corpusIsShortAndTheSameEachTime(Scenario scenario) {
        Traces once = Traces.of(scenario);
        assertThat(once).isEqualTo(Traces.of(scenario));
        assertThat(once.system()).hasSizeBetween(50, 402);
        assertThat(once.settlement()).hasSizeBetween(20, 402);
        assertThat(once.system().getFirst()).startsWith("{\"format\":\"quittance-trace\","
                + "\"version\":1,\"spec\":\"System\",");
        assertThat(once.system().getLast()).startsWith(
                "{\"end\":true,\"events\":" + (once.system().size() - 2) + ",");
    }

    @Test
    void corpusTakesEveryActionOfSystem() {
        Statistics all = new Statistics();
        corpus().forEach(scenario -> all.merge(Cluster.run(scenario, Options.PLAIN).statistics()));
        List<String> actions = new ArrayList<>(List.of("Order"));
        for (Class<?> event : SystemEvent.class.getPermittedSubclasses()) {
            actions.add(event.getSimpleName());
        }
        assertThat(all.systemActions().keySet()).containsExactlyInAnyOrderElementsOf(actions);
    }

    @Test
    void replicaWithWrongExecutionStopsAndSaysWhere() {
        Statistics statistics = run("diverged");
        assertThat(statistics.get(Count.STOPPED)).isEqualTo(1);
        assertThat(statistics.stopped()).containsOnlyKeys(1);
        assertThat(statistics.stopped().get(1)).startsWith("after block 2 this replica has");
    }

    @Test
    void attesterOfTwoRootsIsAccusedAndSlashed() {
        Statistics statistics = run("two-roots");
        assertThat(statistics.get(Count.ACCUSATIONS)).isPositive();
        assertThat(statistics.coverage().actions()).containsKey("Slash");
        assertThat(statistics.get(Count.STOPPED)).isZero();
    }

    @Test
    void attesterOfWrongRootIsAccusedAndSlashed() {
        Statistics statistics = run("wrong-root");
        assertThat(statistics.get(Count.ACCUSATIONS)).isPositive();
        assertThat(statistics.coverage().actions()).containsKey("Slash");
    }

    /** While attestations are lost nothing is ordered beyond the limit; then all goes on. */
    @Test
    void orderingStopsWithoutQuittancesAndResumes() {
        List<String> lines = Traces.of(named("unquitted")).system();
        long during = lines.stream().filter(line -> line.contains("\"action\":\"Order\""))
                .filter(line -> time(line) > 60 && time(line) < 660).count();
        long after = lines.stream().filter(line -> line.contains("\"action\":\"Order\""))
                .filter(line -> time(line) >= 660).count();
        assertThat(during).isLessThanOrEqualTo(4);
        assertThat(after).isGreaterThanOrEqualTo(2);
    }

    private static long time(String line) {
        return Long.parseLong(line.replaceAll(".*\"time\":(\\d+).*", "$1"));
    }

    /** Who has the same weight as the rest must not be able to halt this unseen. */
    @Test
    void tooManyWrongReplicasHaltTheSystemInsteadOfSettlingWrongly() {
        Scenario calm = named("settled");
        TreeMap<Integer, Long> wrong = new TreeMap<>();
        wrong.put(0, 2L);
        wrong.put(1, 2L);
        Settling settling = calm.settling().orElseThrow();
        Scenario halted = calm.settling("halted",
                new Settling(settling.market(), settling.maxLag(), wrong));
        Outcome outcome = Cluster.run(halted, Options.PLAIN);
        assertThat(outcome.violation()).isNotNull();
        assertThat(outcome.violation().property()).isEqualTo(Property.LIVENESS);
        Outcome ignoring = Cluster.run(halted, Options.PLAIN.ignoring(Set.of(Property.LIVENESS)));
        assertThat(ignoring.violation()).isNull();
        assertThat(ignoring.statistics().get(Count.BLOCKS)).isBetween(2L, 5L);
    }

    @Test
    void demoShowsEverything() {
        Outcome outcome = Cluster.run(SettlingCorpus.demo(SettlingCorpus.DEMO_SEED), Options.PLAIN);
        Statistics statistics = outcome.statistics();
        assertThat(outcome.violation()).isNull();
        assertThat(statistics.coverage().actions()).containsKeys("Fill", "Flag", "Takeover",
                "Deleverage", "SettleGroup", "Slash", "RequestWithdrawal", "ExecuteWithdrawal");
        assertThat(statistics.coverage().stages()).containsKeys("SettleGroup by cash",
                "Deleverage by cash");
        assertThat(statistics.get(Count.EVENTS) + statistics.get(Count.SETTLEMENT_EVENTS)
                + statistics.get(Count.SYSTEM_EVENTS)).isLessThanOrEqualTo(2_500);
    }
}
