package org.quittance.sim.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.sim.kernel.Rng;

/**
 * A clearinghouse before its first block, and how life in it will be.
 *
 * @param parameters of the settlement
 * @param cash of the traders at genesis; their accounts come after those of the validators' owners
 * @param stakes of the validators at genesis; the owner of each has an account of its own
 * @param custodians how many
 * @param governors how many
 * @param firstPrice in ticks
 * @param moods of the price at the first heights
 * @param faulty validators that report anything; less than a third of the stake
 * @param commands about so many commands are in a block
 * @param boldPerMille so many orders in a thousand are as large as their account can afford
 * @param slipsPerMille so many things in a thousand are done wrongly
 */
public record Market(
        Parameters parameters,
        List<Long> cash,
        List<Long> stakes,
        int custodians,
        int governors,
        long firstPrice,
        List<Mood> moods,
        SortedSet<Integer> faulty,
        int commands,
        int boldPerMille,
        int slipsPerMille)
        implements Play {

    public Market {
        cash = List.copyOf(cash);
        stakes = List.copyOf(stakes);
        moods = List.copyOf(moods);
        faulty = new TreeSet<>(faulty);
    }

    @Override
    public Crowd crowd(Keyring keys, Rng rng) {
        return new RandomCrowd(this, keys, rng, Business.USUAL);
    }

    /** The genesis with the keys of a keyring. */
    @Override
    public Genesis genesis(Keyring keys) {
        List<Genesis.Account> accounts = new ArrayList<>();
        List<Genesis.Validator> validators = new ArrayList<>();
        for (int v = 0; v < stakes.size(); v++) {
            accounts.add(new Genesis.Account(keys.account(v).publicKey(), 0));
            validators.add(new Genesis.Validator(
                    keys.validator(v).publicKey(), v, stakes.get(v)));
        }
        for (long amount : cash) {
            accounts.add(new Genesis.Account(
                    keys.account(accounts.size()).publicKey(), amount));
        }
        return new Genesis(parameters, accounts, validators,
                keys.custodians(custodians).stream().map(Signer::publicKey).toList(),
                keys.governors(governors).stream().map(Signer::publicKey).toList());
    }

    /** A market of a kind that a seed decides: its size, its riches, its rules. */
    public static Market random(long seed) {
        return random(seed, 3 + new Rng(seed).split("validators").below(4));
    }

    /** The same with so many validators. */
    public static Market random(long seed, int validators) {
        Rng rng = new Rng(seed).split("market");
        boolean large = rng.chance(400);
        long tick = large ? rng.between(900, 3_000) : 1;
        long lot = large ? rng.between(1_000, 50_000_000) : 1;
        int traders = (int) rng.between(3, 9);
        long money = 60 * tick * lot * rng.between(1, 40);
        List<Long> cash = new ArrayList<>();
        for (int trader = 0; trader < traders; trader++) {
            cash.add(rng.between(0, 20) * money / 10 + rng.between(0, 99));
        }
        long stake = 1_000 * lot;
        List<Long> stakes = IntStream.range(0, validators)
                .mapToObj(v -> stake * rng.between(1, 3) + rng.between(0, 9)).toList();
        return new Market(parameters(rng, tick, lot, stake), cash, stakes, 3, 3, 100 * tick,
                List.of(Mood.CALM, Mood.CALM), faulty(stakes, rng), (int) rng.between(5, 25),
                (int) rng.between(0, 400), (int) rng.between(10, 80));
    }

    /** A random market with a price shock soon, and few commands in a block. */
    public static Market small(long seed) {
        Market random = random(seed, 3);
        Rng rng = new Rng(seed).split("small");
        List<Mood> shocks = List.of(Mood.CRASH, Mood.RALLY, Mood.JUMP, Mood.LEAP, Mood.LEAP);
        Mood shock = rng.pick(shocks);
        Parameters rules = rng.chance(300) ? random.parameters : tight(random.parameters, rng);
        return new Market(rules, random.cash, random.stakes, random.custodians,
                random.governors, random.firstPrice,
                List.of(Mood.CALM, Mood.CALM, Mood.CALM, Mood.CALM, shock, shock,
                        rng.pick(shocks), Mood.CALM, Mood.CALM, rng.pick(shocks)),
                random.faulty, (int) rng.between(6, 10), 800, random.slipsPerMille);
    }

    /** The same rules with small margins, so that shocks make debts that nobody can pay. */
    static Parameters tight(Parameters p, Rng rng) {
        SortedMap<String, Long> values = p.byName();
        long maintenance = rng.chance(300) ? rng.between(100, 700) : rng.between(1_200, 1_600);
        values.put("MaintenanceRate", maintenance);
        values.put("InitialRate", maintenance + 50);
        values.put("MaintenanceFloor", 0L);
        values.put("InitialFloor", 0L);
        values.put("TakeoverBlocks", 1L);
        values.put("MaxMove", maintenance);
        return Parameters.of(values);
    }

    /** A small market with few commands, for runs whose point is another. */
    public static Market tiny(long seed, int validators) {
        Market random = random(seed, validators);
        return new Market(random.parameters, random.cash, random.stakes, random.custodians,
                random.governors, random.firstPrice, random.moods, random.faulty, 3, 0,
                random.slipsPerMille);
    }

    /** Few traders of little means, small margins, short expiries, and a price that soars. */
    public static Market demo() {
        Parameters rules = new Parameters(700, 300, 1, 0, 1_000, 300, 3, 2, 1, 1_000, 800,
                3, 4, 4, 4, 500, 1, 400, 2, 2, 150, 60, 6, 3, 4);
        return new Market(rules, List.of(900L, 500L, 400L, 300L, 200L, 1_500L),
                List.of(900L, 900L, 900L, 900L), 3, 3, 100,
                List.of(Mood.CALM, Mood.CALM, Mood.CALM, Mood.CALM, Mood.CALM, Mood.LEAP,
                        Mood.LEAP, Mood.CALM, Mood.CALM, Mood.CALM, Mood.CALM, Mood.CALM),
                new TreeSet<>(), 20, 700, 6);
    }

    private static Parameters parameters(Rng rng, long tick, long lot, long stake) {
        long maintenanceRate = rng.between(300, 2_000);
        long maintenanceFloor = rng.between(0, 3) * tick;
        long epoch = rng.between(2, 8);
        return new Parameters(
                maintenanceRate + rng.between(100, 1_500), maintenanceRate,
                maintenanceFloor + rng.between(0, 3) * tick, maintenanceFloor,
                1_000 * tick, rng.between(maintenanceRate * 3 / 4, maintenanceRate),
                rng.between(1, 4), rng.between(1, 3),
                rng.between(1, 3), rng.between(1, 3_000), rng.between(300, 1_500),
                rng.between(1, 3), rng.between(2, 6), epoch, epoch + rng.between(0, 3),
                stake, rng.between(0, 4), 200 * tick * lot * rng.between(1, 6), 2, 2,
                rng.between(60, 200) * lot, 80 * lot, rng.between(3, 8), rng.between(2, 4),
                rng.between(2, 6));
    }

    /** Validators with less than a third of the stake, or nobody. */
    private static SortedSet<Integer> faulty(List<Long> stakes, Rng rng) {
        SortedSet<Integer> faulty = new TreeSet<>();
        long all = stakes.stream().mapToLong(Long::longValue).sum();
        int one = rng.below(stakes.size());
        if (3 * stakes.get(one) < all && rng.chance(600)) {
            faulty.add(one);
        }
        return faulty;
    }
}
