package org.quittance.sim.settlement;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.quittance.core.settlement.Genesis;
import org.quittance.sim.kernel.Rng;

/** Small random markets of which the mood of the price, the rules and the people are chosen. */
public final class MarketDials {

    /** How often people make mistakes, in parts of a thousand. */
    public static final Map<String, Integer> SLIPS =
            Map.of("never", 0, "seldom", 20, "often", 100, "always", 400);

    /** How many orders are as large as their account can afford, in parts of a thousand. */
    public static final Map<String, Integer> BOLDNESS =
            Map.of("timid", 50, "average", 400, "bold", 800);

    private static final int VALIDATORS = 3;

    /** A market of people who are about something. */
    private record Busy(Business business, Market market) implements Play {

        @Override
        public Genesis genesis(Keyring keys) {
            return market.genesis(keys);
        }

        @Override
        public Crowd crowd(Keyring keys, Rng rng) {
            return new RandomCrowd(market, keys, rng, business);
        }

        @Override
        public SortedSet<Integer> faulty() {
            return market.faulty();
        }
    }

    private MarketDials() {}

    /**
     * The random market of a seed, but for what is chosen.
     *
     * @param business what people are about
     * @param mood of the price from the fourth block on, with a break
     * @param isTight whether margins are small, so that shocks make debts that nobody can pay
     * @param slips a key of {@link #SLIPS}
     * @param boldness a key of {@link #BOLDNESS}
     */
    public static Play market(
            long seed, Business business, Mood mood, boolean isTight, String slips,
            String boldness) {
        Market random = Market.random(seed, VALIDATORS);
        Rng rng = new Rng(seed).split("dials");
        return new Busy(business, new Market(
                isTight ? Market.tight(random.parameters(), rng) : random.parameters(),
                random.cash(), random.stakes(), random.custodians(), random.governors(),
                random.firstPrice(),
                List.of(Mood.CALM, Mood.CALM, Mood.CALM, mood, mood, Mood.CALM, mood, mood),
                random.faulty(),
                (int) rng.between(6, 10),
                BOLDNESS.getOrDefault(boldness, 0), SLIPS.getOrDefault(slips, 0)));
    }
}
