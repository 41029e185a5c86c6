package org.quittance.core.settlement;

import java.util.SortedMap;
import java.util.TreeMap;

/** Parameters by their names in the spec, as traces and files of a genesis have them. */
final class ParameterNames {

    private final SortedMap<String, Long> left;

    ParameterNames(SortedMap<String, Long> byName) {
        this.left = new TreeMap<>(byName);
    }

    /**
     * The parameters with these names.
     *
     * @throws IllegalArgumentException if one is missing, unknown or out of range
     */
    Parameters parameters() {
        Parameters parameters = new Parameters(
                take("InitialRate"),
                take("MaintenanceRate"),
                take("InitialFloor"),
                take("MaintenanceFloor"),
                take("MaxPrice"),
                take("MaxMove"),
                take("MaxAge"),
                take("TakeoverBlocks"),
                take("SettlementRounds"),
                take("SlashRate"),
                take("OutlierMove"),
                take("OutlierRounds"),
                take("MaxPause"),
                take("EpochLength"),
                take("UnbondingBlocks"),
                take("MinStake"),
                take("WithdrawalDelay"),
                take("WithdrawalCap"),
                take("CustodianQuorum"),
                take("GovernorQuorum"),
                take("MaxPosition"),
                take("MaxQuantity"),
                take("MaxSeries"),
                take("MaxGroups"),
                take("MaxOrders"));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no such parameter: " + left.firstKey());
        }
        return parameters;
    }

    private long take(String name) {
        Long value = left.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter " + name + " is missing");
        }
        return value;
    }

    static SortedMap<String, Long> byName(Parameters p, SortedMap<String, Long> to) {
        to.put("InitialRate", p.initialRate());
        to.put("MaintenanceRate", p.maintenanceRate());
        to.put("InitialFloor", p.initialFloor());
        to.put("MaintenanceFloor", p.maintenanceFloor());
        to.put("MaxPrice", p.maxPrice());
        to.put("MaxMove", p.maxMove());
        to.put("MaxAge", p.maxAge());
        to.put("TakeoverBlocks", p.takeoverBlocks());
        to.put("SettlementRounds", p.settlementRounds());
        to.put("SlashRate", p.slashRate());
        to.put("OutlierMove", p.outlierMove());
        to.put("OutlierRounds", p.outlierRounds());
        to.put("MaxPause", p.maxPause());
        to.put("EpochLength", p.epochLength());
        to.put("UnbondingBlocks", p.unbondingBlocks());
        to.put("MinStake", p.minStake());
        to.put("WithdrawalDelay", p.withdrawalDelay());
        to.put("WithdrawalCap", p.withdrawalCap());
        to.put("CustodianQuorum", p.custodianQuorum());
        to.put("GovernorQuorum", p.governorQuorum());
        to.put("MaxPosition", p.maxPosition());
        to.put("MaxQuantity", p.maxQuantity());
        to.put("MaxSeries", p.maxSeries());
        to.put("MaxGroups", p.maxGroups());
        to.put("MaxOrders", p.maxOrders());
        return to;
    }
}
