package org.quittance.report.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of a market and who takes part, as the header of its trace has them.
 *
 * @param maintenanceRate parts of 10000
 * @param maintenanceFloor minor units per short contract
 * @param maxPrice ticks
 * @param maxAge blocks after which a price is stale
 * @param takeoverBlocks blocks with a fresh price for which a flagged account can be taken over
 * @param custodianQuorum approvals that a withdrawal takes
 * @param withdrawalDelay blocks that it takes besides
 * @param owners the account of each validator
 * @param stakes of each validator at genesis
 * @param cash of each account at genesis
 */
public record Market(
        String scenario,
        long maintenanceRate,
        long maintenanceFloor,
        long maxPrice,
        int maxAge,
        int takeoverBlocks,
        int custodianQuorum,
        int withdrawalDelay,
        List<Integer> owners,
        List<Long> stakes,
        SortedMap<Integer, Long> cash) {

    public Market {
        owners = List.copyOf(owners);
        stakes = List.copyOf(stakes);
    }

    static Market of(Line header) {
        Line parameters = header.object("parameters");
        SortedMap<Integer, Long> cash = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : header.object("cash").json().properties()) {
            cash.put(Line.key("cash", entry.getKey()), Line.amount("cash", entry.getValue()));
        }
        List<Long> stakes = new ArrayList<>();
        header.json().path("stakes").forEach(stake -> stakes.add(Line.amount("stakes", stake)));
        return new Market(
                header.json().path("scenario").asText("unnamed"),
                parameters.amount("MaintenanceRate"),
                parameters.amount("MaintenanceFloor"),
                parameters.amount("MaxPrice"),
                parameters.integer("MaxAge"),
                parameters.integer("TakeoverBlocks"),
                parameters.integer("CustodianQuorum"),
                parameters.integer("WithdrawalDelay"),
                header.integers("owners"),
                stakes,
                cash);
    }
}
