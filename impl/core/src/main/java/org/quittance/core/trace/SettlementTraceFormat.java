package org.quittance.core.trace;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Value;

/**
 * Lines of the trace of one settlement machine, version 1, each without its line break. The spec is
 * {@code Settlement}.
 */
public final class SettlementTraceFormat {

    private static final List<String> NAMES = List.of(
            "InitialRate", "MaintenanceRate", "InitialFloor", "MaintenanceFloor", "MaxPrice",
            "MaxMove", "MaxAge", "TakeoverBlocks", "SettlementRounds", "SlashRate", "OutlierMove",
            "OutlierRounds", "MaxPause", "EpochLength", "UnbondingBlocks", "MinStake",
            "WithdrawalDelay", "WithdrawalCap", "CustodianQuorum", "Custodians", "GovernorQuorum",
            "Governors", "MaxPosition", "MaxQuantity", "MaxSeries", "MaxGroups", "MaxOrders");

    private SettlementTraceFormat() {}

    /**
     * The first line.
     *
     * @param commit of the software, or "unknown"
     * @param scenario the name of what the run went through; with the seed it repeats the run
     */
    public static String header(
            String chainId, Genesis genesis, String commit, String scenario, long seed) {
        Json cash = Json.object();
        for (int id = 0; id < genesis.accounts().size(); id++) {
            cash.number(Integer.toString(id), genesis.accounts().get(id).cash());
        }
        return Json.object()
                .string("format", "quittance-trace")
                .number("version", TraceFormat.VERSION)
                .string("spec", "Settlement")
                .string("chainId", chainId)
                .numbers("validators",
                        IntStream.range(0, genesis.validators().size()).boxed().toList())
                .object("parameters", parameters(genesis))
                .numbers("owners", genesis.validators().stream()
                        .map(Genesis.Validator::owner).toList())
                .numbers("stakes", genesis.validators().stream()
                        .map(Genesis.Validator::stake).toList())
                .object("cash", cash)
                .string("commit", commit)
                .string("scenario", scenario)
                .number("seed", seed)
                .close();
    }

    private static Json parameters(Genesis genesis) {
        SortedMap<String, Long> values = new TreeMap<>(genesis.parameters().byName());
        values.put("Custodians", (long) genesis.custodians().size());
        values.put("Governors", (long) genesis.governors().size());
        if (!values.keySet().equals(NAMES.stream().collect(Collectors.toCollection(
                TreeSet::new)))) {
            throw new IllegalStateException("other parameters than in traces: " + values.keySet());
        }
        Json parameters = Json.object();
        NAMES.forEach(name -> parameters.number(name, values.getOrDefault(name, 0L)));
        return parameters;
    }

    /**
     * The line of an event.
     *
     * @param node the replica whose machine it is
     * @param seq number of the event in the trace: 0, 1, 2, ...
     * @param time simulated milliseconds
     * @param before all entries that the state had before the event
     * @param after all entries that the state has after it
     */
    public static String event(
            int node,
            long seq,
            long time,
            Event event,
            SortedMap<Key, Value> before,
            SortedMap<Key, Value> after) {
        return Json.object()
                .number("node", node)
                .number("seq", seq)
                .object("cause", Json.object())
                .number("time", time)
                .string("action", event.getClass().getSimpleName())
                .object("args", SettlementArguments.of(event))
                .object("post", new SettlementPosts(before, after).of(event))
                .close();
    }

    /**
     * The last line.
     *
     * @param events how many there are in all
     */
    public static String end(int node, long events) {
        Json last = Json.object();
        if (events > 0) {
            last.number(Integer.toString(node), events - 1);
        }
        return Json.object().bool("end", true).number("events", events).object("last", last)
                .close();
    }
}
