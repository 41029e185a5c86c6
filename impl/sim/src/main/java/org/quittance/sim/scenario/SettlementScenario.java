package org.quittance.sim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quittance.sim.settlement.Market;
import org.quittance.sim.settlement.Play;
import org.quittance.sim.settlement.script.Script;
import org.quittance.sim.settlement.script.Scripts;

/**
 * A run of one settlement machine without a cluster.
 *
 * @param name for files and reports
 * @param play what is settled
 * @param seed the seed of all chance in the run
 * @param blocks how many blocks
 */
public record SettlementScenario(String name, Play play, long seed, int blocks) {

    /** The name of the scenario that a seed makes up. */
    public static final String RANDOM = "settlement";

    private static final int BLOCKS = 40;

    /** Whatever this seed means. */
    public static SettlementScenario random(long seed) {
        return new SettlementScenario(RANDOM, Market.random(seed), seed, BLOCKS);
    }

    /**
     * A small fixed set of short runs that together take every action, refuse every command for
     * every reason, and collect debts from wherever they can be collected. They were found by
     * going through many seeds.
     */
    public static List<SettlementScenario> corpus() {
        return IntStream.range(0, SettlementSeeds.CORPUS.size())
                .mapToObj(k -> small("settlement-" + (k + 1), SettlementSeeds.CORPUS.get(k)))
                .toList();
    }

    /** A short run with few commands in a block. */
    public static SettlementScenario small(String name, long seed) {
        return new SettlementScenario(name, Market.small(seed), seed, 13);
    }

    /** Markets in which everything is written down; each has its own name, and its own seed. */
    public static List<SettlementScenario> scripted() {
        return Scripts.names().stream().map(SettlementScenario::scripted).toList();
    }

    private static SettlementScenario scripted(String name) {
        Script script = Scripts.named(name).orElseThrow();
        return new SettlementScenario(name, script, Scripts.SEED, script.length());
    }

    private static Stream<SettlementScenario> fixed() {
        return Stream.concat(corpus().stream(), scripted().stream());
    }

    /** The names that {@link #named} knows. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(RANDOM));
        fixed().forEach(scenario -> names.add(scenario.name()));
        return names;
    }

    /** The scenario of this name; empty if there is none. All but one have their seed. */
    public static Optional<SettlementScenario> named(String name, long seed) {
        return name.equals(RANDOM)
                ? Optional.of(random(seed))
                : fixed().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
