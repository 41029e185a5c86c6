package org.quittance.sim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quittance.core.consensus.Timing;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.settlement.Market;

/** Makes scenarios: a random one for each seed, and the demonstration. */
public final class Scenarios {

    private Scenarios() {}

    /** The names that {@link #named} knows. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of("random", "demo", "settling", "taking-over",
                                SettlingCorpus.DEMO),
                        Stream.concat(Corpus.scenarios().stream(),
                                SettlingCorpus.scenarios().stream()).map(Scenario::name))
                .toList();
    }

    /** The scenario of this name with this seed; empty if there is none of this name. */
    public static Optional<Scenario> named(String name, long seed) {
        return switch (name) {
            case "random" -> Optional.of(random(seed));
            case "demo" -> Optional.of(demo(seed));
            case "settling" -> Optional.of(settling(seed));
            case "taking-over" -> Optional.of(takingOver(seed));
            case SettlingCorpus.DEMO -> Optional.of(SettlingCorpus.demo(seed));
            default -> Stream.concat(
                            Corpus.scenarios().stream(), SettlingCorpus.scenarios().stream())
                    .filter(scenario -> scenario.name().equals(name))
                    .map(scenario -> scenario.withSeed(seed))
                    .findFirst();
        };
    }

    /**
     * The random scenario of this seed with payloads that are executed; sometimes attestations are
     * lost for a while, or one replica computes something else.
     */
    public static Scenario settling(long seed) {
        Rng rng = new Rng(seed).split("settling");
        Scenario random = random(seed);
        List<Fault> faults = new ArrayList<>(random.faults());
        long stop = random.faultsStopMillis();
        if (rng.chance(300)) {
            faults.add(new Fault.NoAttestations(
                    rng.between(0, stop / 2), rng.between(1, stop / 2)));
        }
        SortedMap<Integer, List<Behaviour>> byzantine = new TreeMap<>(random.byzantine());
        byzantine.replaceAll((node, behaviours) -> {
            List<Behaviour> more = new ArrayList<>(behaviours);
            if (!behaviours.contains(Behaviour.SILENT)) {
                more.add(rng.chance(500) ? Behaviour.WRONG_ATTESTER : Behaviour.DOUBLE_ATTESTER);
            }
            return List.copyOf(more);
        });
        Settling settling = new Settling(Market.random(seed, random.size()),
                rng.between(2, 8), wrong(random, rng));
        return new Scenario("settling", seed, random.weights(), byzantine, random.link(),
                random.diskMillis(), random.timing(), random.invalidPerMille(), faults, stop,
                random.blocksAfter(), Optional.of(settling));
    }

    /**
     * The same, and whoever comes back takes over the newest state that is settled, if it can; but
     * for the first correct replica, whose settlement is watched step by step.
     */
    static Scenario takingOver(long seed) {
        Scenario scenario = settling(seed);
        Settling settling = scenario.settling().orElseThrow();
        SortedSet<Integer> others = new TreeSet<>(IntStream.range(0, scenario.size()).boxed()
                .filter(node -> !scenario.isByzantine(node)
                        && !scenario.wrong().containsKey(node))
                .skip(1).toList());
        return scenario.settling("taking-over", new Settling(
                settling.market(), settling.maxLag(), settling.wrong(), others));
    }

    /** Nobody, or one that together with the Byzantine ones has less than a third of the weight. */
    private static SortedMap<Integer, Long> wrong(Scenario scenario, Rng rng) {
        SortedMap<Integer, Long> wrong = new TreeMap<>();
        int one = rng.below(scenario.size());
        long weight = scenario.byzantineWeight() + scenario.weights().get(one);
        if (rng.chance(300) && !scenario.isByzantine(one)
                && 3 * weight < scenario.totalWeight()) {
            wrong.put(one, rng.between(1, 6));
        }
        return wrong;
    }

    /** Whatever this seed means; Byzantine weight is below a third, and sometimes zero. */
    public static Scenario random(long seed) {
        Rng rng = new Rng(seed).split("scenario");
        int size = 4 + rng.below(4);
        List<Long> weights = weights(size, rng);
        Link link = link(rng);
        long leader = link.maxDelayMillis() * rng.between(3, 6) + 20;
        Timing timing = new Timing(leader, 2 * leader, 16 * leader, leader + rng.between(0, 100));
        List<Fault> faults = new ArrayList<>();
        long stop = rng.between(10, 40) * leader;
        SortedMap<Integer, List<Behaviour>> byzantine = byzantine(weights, rng);
        List<Integer> correct = IntStream.range(0, size).boxed()
                .filter(node -> !byzantine.containsKey(node)).toList();
        for (int crash = rng.below(5); crash > 0; crash--) {
            faults.add(crash(correct, stop, rng));
        }
        for (int partition = rng.below(3); partition > 0; partition--) {
            faults.add(partition(size, stop, rng));
        }
        return new Scenario("random", seed, weights, byzantine, link, (int) rng.between(1, 20),
                timing, 200, faults, stop, 5);
    }

    /**
     * Four replicas of equal weight, one Byzantine; a lossy network, a partition that heals, a
     * crash with a restart.
     */
    public static Scenario demo(long seed) {
        SortedMap<Integer, List<Behaviour>> byzantine = new TreeMap<>();
        byzantine.put(3, List.of(Behaviour.EQUIVOCATOR, Behaviour.DOUBLE_VOTER,
                Behaviour.VOTE_AFTER_NULLIFY, Behaviour.FORGER));
        return new Scenario("demo", seed, Collections.nCopies(4, 1L), byzantine,
                new Link(8, 35, 50, 20, 30, 100), 8, new Timing(160, 320, 2560, 200), 0,
                List.of(
                        new Fault.Partition(800, 700, List.of(0, 0, 1, 1)),
                        new Fault.Crash(1900, 500, List.of(1))),
                2900, 8);
    }

    private static List<Long> weights(int size, Rng rng) {
        List<Long> weights = new ArrayList<>();
        boolean equal = rng.chance(400);
        for (int node = 0; node < size; node++) {
            weights.add(equal ? 1 : rng.between(1, 6));
        }
        return weights;
    }

    private static Link link(Rng rng) {
        int min = (int) rng.between(1, 10);
        int max = min + (int) rng.between(1, 50);
        int loss = rng.chance(300) ? 0 : (int) rng.between(1, 200);
        int duplicate = rng.chance(300) ? 0 : (int) rng.between(1, 100);
        int late = rng.chance(300) ? 0 : (int) rng.between(1, 100);
        return new Link(min, max, loss, duplicate, late, 10 * max);
    }

    private static SortedMap<Integer, List<Behaviour>> byzantine(List<Long> weights, Rng rng) {
        SortedMap<Integer, List<Behaviour>> result = new TreeMap<>();
        if (rng.chance(150)) {
            return result;
        }
        long total = weights.stream().mapToLong(Long::longValue).sum();
        long bad = 0;
        for (int node : rng.shuffled(IntStream.range(0, weights.size()).boxed().toList())) {
            if (3 * (bad + weights.get(node)) < total && !rng.chance(100)) {
                bad += weights.get(node);
                result.put(node, behaviours(rng));
            }
        }
        return result;
    }

    private static List<Behaviour> behaviours(Rng rng) {
        List<Behaviour> all = rng.shuffled(Behaviour.OF_ORDERING);
        if (all.getFirst() == Behaviour.SILENT) {
            return List.of(Behaviour.SILENT);
        }
        return all.stream().filter(behaviour -> behaviour != Behaviour.SILENT)
                .limit(1 + rng.below(3)).sorted().toList();
    }

    private static Fault crash(List<Integer> correct, long stop, Rng rng) {
        long at = rng.between(1, stop / 2);
        long lasts = rng.between(1, stop / 3);
        int many = rng.chance(150) ? correct.size() : rng.chance(300) ? 2 : 1;
        return new Fault.Crash(at, lasts,
                rng.shuffled(correct).stream().limit(many).sorted().toList());
    }

    private static Fault partition(int size, long stop, Rng rng) {
        List<Integer> groups = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            groups.add(rng.below(2));
        }
        return new Fault.Partition(rng.between(0, stop / 2), rng.between(1, stop / 3), groups);
    }
}
