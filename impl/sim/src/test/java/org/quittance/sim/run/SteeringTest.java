package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Dial;

/** Runs in which rare things occur become likelier, and everything occurs the sooner. */
class SteeringTest {

    private static final List<Dial> DIALS = List.of(
            new Dial("fault", List.of("none", "crash", "partition", "loss", "late", "twin")),
            new Dial("mood", List.of("calm", "crash", "rally", "gap", "jump")));

    private static final int TIMES = 5;
    private static final int SEEDS = 20;

    /** Usual things always occur; rare ones with one pair of settings, in one run of eight. */
    private static Set<String> occurred(Map<String, String> chosen, Rng rng) {
        Set<String> occurred = new TreeSet<>(Set.of("Place ACCEPTED"));
        if ("partition".equals(chosen.get("fault")) && "jump".equals(chosen.get("mood"))) {
            occurred.add("Deleverage by cash");
            if (rng.chance(125)) {
                occurred.add("Deleverage by stake");
            }
        }
        return occurred;
    }

    private static Steering steering(long seed, boolean learns) {
        return new Steering(DIALS, Set.of("Place ACCEPTED", "Deleverage by cash",
                "Deleverage by stake"), TIMES, learns, new Rng(seed));
    }

    private static int runs(long seed, boolean learns) {
        Steering steering = steering(seed, learns);
        Rng rng = new Rng(seed).split("world");
        int runs = 0;
        while (!steering.rare().isEmpty()) {
            Map<String, String> chosen = steering.choose();
            steering.learn(chosen, occurred(chosen, rng));
            runs++;
        }
        return runs;
    }

    @Test
    void steeredRunsReachEverythingInLessThanHalfTheRuns() {
        long steered = 0;
        long unsteered = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            steered += runs(seed, true);
            unsteered += runs(seed, false);
        }
        assertThat(2 * steered).isLessThan(unsteered);
    }

    @Test
    void sameSeedSameChoices() {
        List<Map<String, String>> choices = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            Steering steering = steering(7, true);
            Map<String, String> chosen = steering.choose();
            steering.learn(chosen, occurred(chosen, new Rng(1)));
            choices.add(steering.choose());
        }
        assertThat(choices.get(0)).isEqualTo(choices.get(1));
    }

    /** Once nothing is rare any more, all settings are equally likely again. */
    @Test
    void leadIsLostOnceNothingIsRare() {
        Steering steering = new Steering(DIALS, Set.of("A"), TIMES, true, new Rng(1));
        Map<String, String> chosen = Map.of("fault", "crash", "mood", "gap");
        Map<String, String> other = Map.of("fault", "none", "mood", "calm");
        for (int run = 0; run < 10; run++) {
            steering.learn(other, Set.of());
        }
        for (int run = 0; run < TIMES; run++) {
            steering.learn(chosen, Set.of("A"));
        }
        double lead = weight(steering);
        for (int run = 0; run < 200; run++) {
            steering.learn(other, Set.of());
        }
        assertThat(lead).isGreaterThan(1.1);
        assertThat(weight(steering)).isBetween(0.99, 1.01);
    }

    private static double weight(Steering steering) {
        return steering.weights().getOrDefault("fault", Map.of()).getOrDefault("crash", 0.0);
    }

    @Test
    void withoutLearningWeightsStay() {
        Steering steering = steering(1, false);
        steering.learn(Map.of("fault", "crash", "mood", "gap"), Set.of("Deleverage by cash"));
        assertThat(weight(steering)).isEqualTo(1.0);
    }

    /** In the simulator itself: all that clusters can do, sooner. */
    @Test
    void steeredClustersReachEverythingInFewerRuns() {
        int steered = 0;
        int unsteered = 0;
        for (long seed : new long[] {20_001}) {
            Campaign.Result result = Campaign.ofClusters().run(seed, 1, 60, true);
            assertThat(result.rare()).isEmpty();
            assertThat(result.violation()).isNull();
            steered += result.runs();
            unsteered += Campaign.ofClusters().run(seed, 1, 60, false).runs();
        }
        assertThat(steered).isLessThan(unsteered);
    }

    /** In the simulator itself: the same budget, fewer things that never occurred. */
    @Test
    void steeredSettlementMissesLess() {
        int steered = 0;
        int unsteered = 0;
        for (long seed : new long[] {5001}) {
            steered += Campaign.ofSettlement().run(seed, 1, 250, true).missing().size();
            unsteered += Campaign.ofSettlement().run(seed, 1, 250, false).missing().size();
        }
        assertThat(steered).isLessThan(unsteered);
    }
}
