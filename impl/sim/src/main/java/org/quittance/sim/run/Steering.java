package org.quittance.sim.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Dial;

/**
 * Chooses the settings of runs so that what is rare becomes likely: multiplicative weights. Each
 * setting has a weight and is chosen in proportion to it. The settings of a run that came nearer
 * than usual to what is rare get more weight, those of one that did not get less; and all weights
 * go back towards one, so that a setting that was only good for what is not rare any more loses
 * its lead. A function of the seed and of what occurred.
 */
final class Steering {

    /**
     * Runs usually come about as near to rare things as they did on average, for which a weight
     * stays; one that comes nearer by a tenth multiplies it by e^0.4, about 1.5. Less takes longer
     * than campaigns last.
     */
    private static final double RATE = 4;

    /** Of the logarithm of a weight so much is left after each run: half after 14 runs. */
    private static final double MEMORY = 0.95;

    /** The greatest weight, and one by the least: no setting is ever left out for good. */
    private static final double MOST = 8;

    private final List<Dial> dials;
    private final SortedSet<String> goals;
    private final int times;
    private final boolean learns;
    private final Rng rng;
    private final Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, Double> kinships = new TreeMap<>();
    private double usual = 0.5;

    /**
     * A campaign.
     *
     * @param dials what is chosen
     * @param goals what shall occur
     * @param times how often at least, in different runs
     * @param learns whether weights change at all
     */
    Steering(List<Dial> dials, Set<String> goals, int times, boolean learns, Rng rng) {
        this.dials = List.copyOf(dials);
        this.goals = new TreeSet<>(goals);
        this.times = times;
        this.learns = learns;
        this.rng = rng;
        for (Dial dial : dials) {
            Map<String, Double> even = new LinkedHashMap<>();
            dial.settings().forEach(setting -> even.put(setting, 1.0));
            weights.put(dial.name(), even);
        }
    }

    /** The settings of the next run, by the dial's name. */
    SortedMap<String, String> choose() {
        SortedMap<String, String> chosen = new TreeMap<>();
        for (Dial dial : dials) {
            Map<String, Double> of = weights.getOrDefault(dial.name(), Map.of());
            double all = of.values().stream().mapToDouble(weight -> weight).sum();
            // 53 bits, as many as a double has.
            double at = (rng.nextLong() >>> 11) * 0x1.0p-53 * all;
            String setting = dial.settings().getLast();
            for (Map.Entry<String, Double> entry : of.entrySet()) {
                at -= entry.getValue();
                if (at < 0) {
                    setting = entry.getKey();
                    break;
                }
            }
            chosen.put(dial.name(), setting);
        }
        return chosen;
    }

    /** What occurred in a run with these settings. */
    void learn(Map<String, String> chosen, Set<String> occurred) {
        SortedSet<String> rare = rare();
        double sum = 0;
        for (String goal : rare) {
            double kin = kin(goal, occurred);
            double before = kinships.getOrDefault(goal, kin);
            double mean = before + (1 - MEMORY) * (kin - before);
            kinships.put(goal, mean);
            sum += kin == 0 ? 0 : kin / (kin + mean);
        }
        occurred.forEach(it -> counts.merge(it, 1L, Long::sum));
        double more = rare.isEmpty() ? 0 : sum / rare.size() - usual;
        usual += (1 - MEMORY) * more;
        if (learns) {
            weights.forEach((dial, of) -> of.replaceAll((setting, weight) -> {
                boolean isChosen = setting.equals(chosen.get(dial));
                double faded = StrictMath.pow(weight, MEMORY);
                return Math.clamp(isChosen ? faded * StrictMath.exp(RATE * more) : faded,
                        1 / MOST, MOST);
            }));
        }
    }

    /**
     * How near a run came to something: it counts four times, and once each other thing that has
     * its first word, the action, or its last one, the reason or the source.
     */
    private static double kin(String goal, Set<String> occurred) {
        String first = goal.split(" ", 2)[0] + " ";
        String last = " " + goal.substring(goal.lastIndexOf(' ') + 1);
        long kin = occurred.stream()
                .filter(name -> name.startsWith(first) || name.endsWith(last)).count();
        return kin + (occurred.contains(goal) ? 3 : 0);
    }

    /** What has not occurred in enough runs. */
    SortedSet<String> rare() {
        SortedSet<String> rare = new TreeSet<>(goals);
        rare.removeIf(goal -> counts.getOrDefault(goal, 0L) >= times);
        return rare;
    }

    /** The weights, by dial and setting. */
    Map<String, Map<String, Double>> weights() {
        return weights;
    }
}
