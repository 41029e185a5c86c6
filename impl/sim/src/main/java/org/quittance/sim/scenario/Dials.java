package org.quittance.sim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.settlement.Business;
import org.quittance.sim.settlement.Market;
import org.quittance.sim.settlement.MarketDials;
import org.quittance.sim.settlement.Mood;
import org.quittance.sim.settlement.Play;

/**
 * Random scenarios of which some things are chosen: the fault kinds, the behaviours of those who
 * break the rules, the mood of the price. A function of the seed and of what is chosen.
 */
public final class Dials {

    private static final String MOOD = "mood";
    private static final String BUSINESS = "business";
    private static final String RULES = "rules";
    private static final String SLIPS = "slips";
    private static final String BOLDNESS = "orders";
    private static final String CRASHES = "crashes";
    private static final String NETWORK = "network";
    private static final String BYZANTINE = "byzantine";
    private static final String ATTESTATIONS = "attestations";
    private static final String EXECUTION = "execution";
    private static final String RETURN = "return";

    private static final String NONE = "none";

    /** Short runs show the same as long ones, and more of them can be had. */
    private static final int BLOCKS = 13;

    /** What can be chosen of a run of settlement alone. */
    public static final List<Dial> OF_SETTLEMENT = List.of(
            new Dial(MOOD, Stream.of(Mood.values()).map(Mood::name).toList()),
            new Dial(BUSINESS, Stream.of(Business.values()).map(Business::name).toList()),
            new Dial(RULES, List.of("random", "tight")),
            new Dial(SLIPS, List.of("never", "seldom", "often", "always")),
            new Dial(BOLDNESS, List.of("timid", "average", "bold")));

    /** What can be chosen of a run of a cluster that settles. */
    public static final List<Dial> OF_CLUSTERS = List.of(
            new Dial(CRASHES, List.of(NONE, "one", "several", "all", "early")),
            new Dial(NETWORK, List.of("good", "lossy", "late", "partition")),
            new Dial(BYZANTINE, Stream.concat(Stream.of(NONE),
                    Stream.of(Behaviour.values()).map(Behaviour::label)).toList()),
            new Dial(ATTESTATIONS, List.of("all", "lost")),
            new Dial(EXECUTION, List.of("right", "wrong")),
            new Dial(RETURN, List.of("executes", "takes over")));

    private Dials() {}

    /** The run of settlement of a seed with these settings, by the dial's name. */
    public static SettlementScenario settlement(long seed, Map<String, String> chosen) {
        Play market = MarketDials.market(seed,
                Business.valueOf(of(chosen, BUSINESS)), Mood.valueOf(of(chosen, MOOD)),
                of(chosen, RULES).equals("tight"), of(chosen, SLIPS), of(chosen, BOLDNESS));
        return new SettlementScenario("steered-settlement", market, seed, BLOCKS);
    }

    /** The cluster of a seed with these settings, by the dial's name. */
    public static Scenario cluster(long seed, Map<String, String> chosen) {
        Rng rng = new Rng(seed).split("dials");
        Scenario random = Scenarios.random(seed);
        SortedMap<Integer, List<Behaviour>> byzantine =
                byzantine(random, of(chosen, BYZANTINE), rng);
        long stop = random.faultsStopMillis();
        List<Fault> faults = new ArrayList<>();
        List<Integer> correct = IntStream.range(0, random.size()).boxed()
                .filter(node -> !byzantine.containsKey(node)).toList();
        crashes(of(chosen, CRASHES), correct, stop, rng, faults);
        if (of(chosen, NETWORK).equals("partition")) {
            faults.add(new Fault.Partition(rng.between(0, stop / 2), rng.between(1, stop / 3),
                    IntStream.range(0, random.size()).mapToObj(node -> rng.below(2)).toList()));
        }
        if (of(chosen, ATTESTATIONS).equals("lost")) {
            faults.add(new Fault.NoAttestations(
                    rng.between(0, stop / 2), rng.between(1, stop / 2)));
        }
        SortedMap<Integer, Long> wrong = new TreeMap<>();
        if (of(chosen, EXECUTION).equals("wrong")) {
            correct.stream().filter(node -> isMinority(random, byzantine, node)).findFirst()
                    .ifPresent(node -> wrong.put(node, rng.between(1, 6)));
        }
        // The first correct one's settlement is watched step by step.
        SortedSet<Integer> takers = of(chosen, RETURN).equals("executes") ? new TreeSet<>()
                : new TreeSet<>(correct.stream().skip(1)
                        .filter(node -> !wrong.containsKey(node)).toList());
        Settling settling = new Settling(
                Market.tiny(seed, random.size()), rng.between(2, 8), wrong, takers);
        return new Scenario("steered-cluster", seed, random.weights(), byzantine,
                link(random.link(), of(chosen, NETWORK)), random.diskMillis(), random.timing(),
                random.invalidPerMille(), faults, stop, random.blocksAfter(),
                Optional.of(settling));
    }

    private static String of(Map<String, String> chosen, String dial) {
        String setting = chosen.get(dial);
        if (setting == null) {
            throw new IllegalArgumentException("nothing is chosen for " + dial);
        }
        return setting;
    }

    private static SortedMap<Integer, List<Behaviour>> byzantine(
            Scenario random, String label, Rng rng) {
        SortedMap<Integer, List<Behaviour>> result = new TreeMap<>();
        for (Behaviour behaviour : Behaviour.values()) {
            if (behaviour.label().equals(label)) {
                List<Integer> few = IntStream.range(0, random.size()).boxed()
                        .filter(node -> 3 * random.weights().get(node) < random.totalWeight())
                        .toList();
                if (!few.isEmpty()) {
                    result.put(rng.pick(few), List.of(behaviour));
                }
            }
        }
        return Collections.unmodifiableSortedMap(result);
    }

    /** Do those who break the rules, together with this one, have less than a third? */
    private static boolean isMinority(
            Scenario random, SortedMap<Integer, List<Behaviour>> byzantine, int node) {
        long weight = random.weights().get(node);
        for (int other : byzantine.keySet()) {
            weight += random.weights().get(other);
        }
        return 3 * weight < random.totalWeight();
    }

    private static void crashes(
            String how, List<Integer> correct, long stop, Rng rng, List<Fault> faults) {
        int crashes = how.equals(NONE) ? 0 : how.equals("several") ? 4 : 1;
        for (int crash = 0; crash < crashes; crash++) {
            long at = how.equals("early") ? rng.between(1, 60) : rng.between(1, stop / 2);
            List<Integer> nodes = how.equals("all") ? correct : List.of(rng.pick(correct));
            faults.add(new Fault.Crash(at, rng.between(1, stop / 3), nodes));
        }
    }

    private static Link link(Link random, String network) {
        boolean isLossy = network.equals("lossy");
        return new Link(random.minDelayMillis(), random.maxDelayMillis(), isLossy ? 150 : 0,
                isLossy ? 50 : 0, network.equals("late") ? 100 : 0, random.lateMillis());
    }
}
