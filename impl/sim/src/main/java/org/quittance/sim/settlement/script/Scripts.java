package org.quittance.sim.settlement.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.sim.settlement.Keyring;

/**
 * The scripted markets. Each shows what can become of one part of the business; together they take
 * every action of the spec, and some do so with amounts that are as large as real ones.
 */
public final class Scripts {

    /** Whatever seed is asked for, the keys are those of this one. */
    public static final long SEED = 1;

    private static final int CUSTODIANS = 3;
    private static final int GOVERNORS = 3;

    /**
     * How large amounts are.
     *
     * @param tick minor units in a tick
     * @param lot contracts in a lot
     * @param rich minor units that somebody has beside the script's
     */
    record Scale(long tick, long lot, long rich) {

        static final Scale SMALL = new Scale(1, 1, 0);

        /** So many lots at a tick, in minor units. */
        long units(long amount) {
            return amount * tick * lot;
        }
    }

    private Scripts() {}

    private static Map<String, Script> all() {
        Map<String, Script> all = new LinkedHashMap<>();
        all.put("market-book", BookScript.of(Scale.SMALL));
        all.put("market-expiry", ExpiryScript.of(Scale.SMALL));
        all.put("market-liquidation", LiquidationScript.of(Scale.SMALL));
        all.put("market-treasury", TreasuryScript.of(Scale.SMALL));
        all.put("market-validators", ValidatorsScript.of(Scale.SMALL));
        all.put("market-large-book", BookScript.of(
                new Scale(999_983, 1_000_003, (1L << 54) + 3)));
        all.put("market-large-expiry", ExpiryScript.of(
                new Scale(1_000_003, 20_000_003, (1L << 57) + 1)));
        return all;
    }

    /** The names of all. */
    public static List<String> names() {
        return List.copyOf(all().keySet());
    }

    /** The script of this name; empty if there is none. */
    public static Optional<Script> named(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Rules in the units of a scale, with some that are other ones. */
    static Parameters rules(Scale scale, Map<String, Long> other) {
        SortedMap<String, Long> rules = new TreeMap<>(Map.ofEntries(
                Map.entry("InitialRate", 1_000L),
                Map.entry("MaintenanceRate", 500L),
                Map.entry("InitialFloor", 2 * scale.tick()),
                Map.entry("MaintenanceFloor", scale.tick()),
                Map.entry("MaxPrice", 1_000 * scale.tick()),
                Map.entry("MaxMove", 500L),
                Map.entry("MaxAge", 3L),
                Map.entry("TakeoverBlocks", 2L),
                Map.entry("SettlementRounds", 2L),
                Map.entry("SlashRate", 233L),
                Map.entry("OutlierMove", 500L),
                Map.entry("OutlierRounds", 2L),
                Map.entry("MaxPause", 5L),
                Map.entry("EpochLength", 4L),
                Map.entry("UnbondingBlocks", 4L),
                Map.entry("MinStake", 100L),
                Map.entry("WithdrawalDelay", 2L),
                Map.entry("WithdrawalCap", scale.units(100)),
                Map.entry("CustodianQuorum", 2L),
                Map.entry("GovernorQuorum", 2L),
                Map.entry("MaxPosition", 8 * scale.lot()),
                Map.entry("MaxQuantity", 10 * scale.lot()),
                Map.entry("MaxSeries", 4L),
                Map.entry("MaxGroups", 2L),
                Map.entry("MaxOrders", 3L)));
        rules.putAll(other);
        return Parameters.of(rules);
    }

    /**
     * A genesis. The first accounts are those of the validators' owners, the others the traders'.
     *
     * @param owners the cash of the owners
     * @param stakes of the validators
     * @param traders the cash of the traders
     */
    static Genesis genesis(Keyring keys, Parameters rules,
            List<Long> owners, List<Long> stakes, List<Long> traders) {
        List<Genesis.Account> accounts = new ArrayList<>();
        List<Genesis.Validator> validators = new ArrayList<>();
        for (int v = 0; v < stakes.size(); v++) {
            accounts.add(new Genesis.Account(keys.account(v).publicKey(), owners.get(v)));
            validators.add(new Genesis.Validator(
                    keys.validator(v).publicKey(), v, stakes.get(v)));
        }
        for (long cash : traders) {
            accounts.add(new Genesis.Account(
                    keys.account(accounts.size()).publicKey(), cash));
        }
        return new Genesis(rules, accounts, validators,
                keys.custodians(CUSTODIANS).stream().map(Signer::publicKey).toList(),
                keys.governors(GOVERNORS).stream().map(Signer::publicKey).toList());
    }
}
