package org.quittance.core.settlement;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The constants of the spec. Rates are parts of {@link #WHOLE}, prices ticks, money minor units,
 * times blocks.
 *
 * @param initialRate how far the price may move in the initial margin; above maintenanceRate
 * @param maintenanceRate how far the price may move in the maintenance margin
 * @param initialFloor least initial margin for each short contract, at least maintenanceFloor
 * @param maintenanceFloor least maintenance margin for each short contract
 * @param maxPrice the highest price and strike, 1 to 2^40
 * @param maxMove a price that moves further than this halts trading until it is confirmed; at most
 *     maintenanceRate, so that who has its margin can pay for a move that is believed at once
 * @param maxAge a price older than this is stale, and a round open for longer is given up; at
 *     least 1, for else no price could be acted upon
 * @param takeoverBlocks for how many blocks with a fresh price a flagged account may be taken
 *     over, at least 1
 * @param settlementRounds how many oracle prices a settlement price is the mean of, at least 1
 * @param slashRate which part of its stake a proven offender loses
 * @param outlierMove a report further from the price than this is an outlier
 * @param outlierRounds whoever was an outlier in so many rounds in a row isn't counted, at least 1
 * @param maxPause how far ahead a pause may end
 * @param epochLength after how many blocks weights follow stakes, at least 1
 * @param unbondingBlocks how long unstaked stake can still be slashed; at least epochLength, for as
 *     long it may carry weight
 * @param minStake the stake that a validator needs in order to join
 * @param withdrawalDelay how long after its request a withdrawal may execute
 * @param withdrawalCap how much all accounts together may request in one epoch
 * @param custodianQuorum how many custodians sign a deposit or approve a withdrawal, 1 to 256
 * @param governorQuorum how many governors sign what governance does, 1 to 256
 * @param maxPosition most contracts, long or short, of one account in one series
 * @param maxQuantity most contracts of one order
 * @param maxSeries most series that are not settled, at one time
 * @param maxGroups most groups that are not settled, at one time
 * @param maxOrders most open orders of one account
 */
public record Parameters(
        long initialRate,
        long maintenanceRate,
        long initialFloor,
        long maintenanceFloor,
        long maxPrice,
        long maxMove,
        long maxAge,
        long takeoverBlocks,
        long settlementRounds,
        long slashRate,
        long outlierMove,
        long outlierRounds,
        long maxPause,
        long epochLength,
        long unbondingBlocks,
        long minStake,
        long withdrawalDelay,
        long withdrawalCap,
        long custodianQuorum,
        long governorQuorum,
        long maxPosition,
        long maxQuantity,
        long maxSeries,
        long maxGroups,
        long maxOrders) {

    /** What rates are parts of. */
    public static final long WHOLE = 10_000;

    /** All money there can ever be, so that every sum of amounts stays below 2^62. */
    public static final long MAX_MONEY = 1L << 60;

    /** The largest quorum: a command has no more seals. */
    public static final int MAX_QUORUM = 256;

    private static final long MAX_TICKS = 1L << 40;
    private static final long MAX_BLOCKS = 1L << 40;
    private static final long MAX_COUNT = 1L << 30;

    /**
     * Checks the ranges, and that no sum that the rules form can reach 2^62.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public Parameters {
        checkRange("MaintenanceRate", maintenanceRate, 0, WHOLE);
        checkRange("InitialRate", initialRate, maintenanceRate + 1, WHOLE);
        checkRange("MaintenanceFloor", maintenanceFloor, 0, MAX_TICKS);
        checkRange("InitialFloor", initialFloor, maintenanceFloor, MAX_TICKS);
        checkRange("MaxPrice", maxPrice, 1, MAX_TICKS);
        checkRange("MaxMove", maxMove, 0, WHOLE);
        checkOrder("MaxMove", maxMove, "MaintenanceRate", maintenanceRate);
        checkRange("MaxAge", maxAge, 1, MAX_BLOCKS);
        checkRange("TakeoverBlocks", takeoverBlocks, 1, MAX_BLOCKS);
        checkRange("SettlementRounds", settlementRounds, 1, 1024);
        checkRange("SlashRate", slashRate, 0, WHOLE);
        checkRange("OutlierMove", outlierMove, 0, WHOLE);
        checkRange("OutlierRounds", outlierRounds, 1, MAX_COUNT);
        checkRange("MaxPause", maxPause, 0, MAX_BLOCKS);
        checkRange("EpochLength", epochLength, 1, MAX_BLOCKS);
        checkRange("UnbondingBlocks", unbondingBlocks, 0, MAX_BLOCKS);
        checkOrder("EpochLength", epochLength, "UnbondingBlocks", unbondingBlocks);
        checkRange("MinStake", minStake, 0, MAX_MONEY);
        checkRange("WithdrawalDelay", withdrawalDelay, 0, MAX_BLOCKS);
        checkRange("WithdrawalCap", withdrawalCap, 0, MAX_MONEY);
        checkRange("CustodianQuorum", custodianQuorum, 1, MAX_QUORUM);
        checkRange("GovernorQuorum", governorQuorum, 1, MAX_QUORUM);
        checkRange("MaxPosition", maxPosition, 1, MAX_MONEY - 1);
        checkRange("MaxQuantity", maxQuantity, 1, MAX_MONEY - 1);
        checkRange("MaxSeries", maxSeries, 1, MAX_COUNT);
        checkRange("MaxGroups", maxGroups, 1, MAX_COUNT);
        checkRange("MaxOrders", maxOrders, 1, MAX_COUNT);
        long tick = Math.max(maxPrice, initialFloor);
        checkProduct("MaxSeries * MaxPosition * Max(MaxPrice, InitialFloor)",
                maxSeries, maxPosition, tick);
        checkProduct("MaxQuantity * MaxPrice", 1, maxQuantity, maxPrice);
    }

    /**
     * The parameters under their names in the spec.
     *
     * @throws IllegalArgumentException if one is missing, unknown or out of range
     */
    public static Parameters of(SortedMap<String, Long> byName) {
        ParameterNames names = new ParameterNames(byName);
        return names.parameters();
    }

    /** All parameters under their names in the spec. */
    public SortedMap<String, Long> byName() {
        return ParameterNames.byName(this, new TreeMap<>());
    }

    private static void checkRange(String name, long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + greatest
                    + ", but is " + value);
        }
    }

    private static void checkOrder(String name, long value, String other, long greatest) {
        if (value > greatest) {
            throw new IllegalArgumentException(name + " must be at most " + other + ", but "
                    + value + " is above " + greatest);
        }
    }

    private static void checkProduct(String name, long a, long b, long c) {
        if (a > (MAX_MONEY - 1) / b || a * b > (MAX_MONEY - 1) / c) {
            throw new IllegalArgumentException(name + " must be below 2^60");
        }
    }
}
