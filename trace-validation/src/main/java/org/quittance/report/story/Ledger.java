package org.quittance.report.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state of the settlement as far as it is shown, kept up to date by what events say of it. */
final class Ledger {

    /** The variables that are functions with amounts or records as values. */
    private static final Set<String> FUNCTIONS = Set.of("cash", "flagged", "stake", "unbonding",
            "orders", "groups", "series", "reports", "withdrawals");

    private static final Set<String> NUMBERS = Set.of("height", "price", "priceHeight", "candidate",
            "insuranceFund", "pausedUntil", "quitted");

    /** The terms of a series. */
    record Contract(long strike, boolean isCall, int group) {

        long payoff(long price) {
            return Math.max(0, isCall ? price - strike : strike - price);
        }
    }

    private final Map<String, TreeMap<Integer, JsonNode>> functions = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final TreeMap<Integer, TreeMap<Integer, Long>> positions = new TreeMap<>();
    private final TreeMap<Integer, Long> cash = new TreeMap<>();
    private final TreeMap<Integer, Long> stake = new TreeMap<>();

    Ledger(Market market) {
        cash.putAll(market.cash());
        for (int v = 0; v < market.stakes().size(); v++) {
            stake.put(v, market.stakes().get(v));
        }
        numbers.put("height", 1L);
    }

    /** Takes over what an event says; after the end of a block that is everything. */
    void apply(Line post, boolean isWhole) {
        for (Map.Entry<String, JsonNode> entry : post.json().properties()) {
            String name = entry.getKey();
            if (name.equals("position")) {
                positions(entry.getValue(), isWhole);
            } else if (FUNCTIONS.contains(name)) {
                function(name, entry.getValue(), isWhole);
            } else if (NUMBERS.contains(name)) {
                numbers.put(name, Line.amount(name, entry.getValue()));
            }
        }
    }

    private void function(String name, JsonNode changes, boolean isWhole) {
        TreeMap<Integer, Long> amounts =
                name.equals("cash") ? cash : name.equals("stake") ? stake : null;
        TreeMap<Integer, JsonNode> values =
                functions.computeIfAbsent(name, key -> new TreeMap<>());
        if (isWhole) {
            values.clear();
        }
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            int key = Line.key(name, change.getKey());
            if (amounts != null) {
                amounts.put(key, Line.amount(name, change.getValue()));
            } else if (change.getValue().isNull()) {
                values.remove(key);
            } else {
                values.put(key, change.getValue());
            }
        }
    }

    private void positions(JsonNode changes, boolean isWhole) {
        if (isWhole) {
            positions.clear();
        }
        for (Map.Entry<String, JsonNode> account : changes.properties()) {
            TreeMap<Integer, Long> held = positions.computeIfAbsent(
                    Line.key("position", account.getKey()), key -> new TreeMap<>());
            for (Map.Entry<String, JsonNode> series : account.getValue().properties()) {
                held.put(Line.key("position", series.getKey()),
                        Line.amount("position", series.getValue()));
            }
        }
    }

    long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    int height() {
        return Math.toIntExact(number("height"));
    }

    SortedMap<Integer, Long> cash() {
        return cash;
    }

    long cash(int account) {
        return cash.getOrDefault(account, 0L);
    }

    long stake(int validator) {
        return stake.getOrDefault(validator, 0L);
    }

    long unbonding(int validator) {
        JsonNode entry = functions("unbonding").get(validator);
        return entry == null ? 0 : Line.amount("amount", entry.path("amount"));
    }

    /** What accounts have asked for and not been paid; without those that have nothing pending. */
    TreeMap<Integer, Long> pending() {
        TreeMap<Integer, Long> pending = new TreeMap<>();
        for (JsonNode withdrawal : functions("withdrawals").values()) {
            if (withdrawal.path("status").asText().equals("PENDING")) {
                pending.merge(Line.integer("account", withdrawal.path("account")),
                        Line.amount("amount", withdrawal.path("amount")), Math::addExact);
            }
        }
        return pending;
    }

    int flagged(int account) {
        JsonNode entry = functions("flagged").get(account);
        return entry == null ? 0 : Line.integer("flagged", entry);
    }

    /** A copy of the positions. */
    TreeMap<Integer, TreeMap<Integer, Long>> positions() {
        TreeMap<Integer, TreeMap<Integer, Long>> copy = new TreeMap<>();
        positions.forEach((account, held) -> copy.put(account, new TreeMap<>(held)));
        return copy;
    }

    SortedMap<Integer, Long> position(int account) {
        return positions.getOrDefault(account, new TreeMap<>());
    }

    TreeMap<Integer, JsonNode> functions(String name) {
        return functions.getOrDefault(name, new TreeMap<>());
    }

    Contract contract(int series) {
        JsonNode json = functions("series").get(series);
        if (json == null) {
            throw new Line.Unexpected("there is no series " + series);
        }
        return new Contract(Line.amount("strike", json.path("strike")),
                json.path("right").asText().equals("CALL"),
                Line.integer("group", json.path("group")));
    }
}
