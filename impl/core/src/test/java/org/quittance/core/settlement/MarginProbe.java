package org.quittance.core.settlement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.settlement.state.Right;

/** Asks {@link MarginRule} from outside its package. */
public final class MarginProbe {

    /** A position in one series. */
    public record Leg(long quantity, Right right, long strike) {}

    private MarginProbe() {}

    /** Initial margin at rate 100 % without a floor per short contract. */
    public static long worstLoss(long price, List<Leg> legs) {
        Parameters parameters = parameters(Map.of("InitialRate", Parameters.WHOLE));
        State state = State.first(
                new Genesis(
                        parameters,
                        List.of(new Genesis.Account(key(0), 0)),
                        List.of(new Genesis.Validator(key(0), 0, 0)),
                        List.of(key(0)),
                        List.of(key(0))),
                false);
        for (int k = 0; k < legs.size(); k++) {
            Leg leg = legs.get(k);
            state.positions().set(
                    0,
                    state.contracts().list(k + 1, leg.strike(), leg.right(), 1),
                    leg.quantity());
        }
        state.oracle().setPrice(price, 1);
        return MarginRule.initial(state, MarginRule.held(state, 0));
    }

    /** Parameters that forbid nothing, but for those that are given. */
    public static Parameters parameters(Map<String, Long> given) {
        TreeMap<String, Long> all = new TreeMap<>();
        for (String zero : List.of(
                "MaintenanceRate", "InitialFloor", "MaintenanceFloor", "SlashRate", "MinStake",
                "MaxMove", "WithdrawalDelay", "WithdrawalCap", "MaxPause")) {
            all.put(zero, 0L);
        }
        for (String one : List.of(
                "TakeoverBlocks", "SettlementRounds", "OutlierRounds", "EpochLength",
                "UnbondingBlocks", "CustodianQuorum", "GovernorQuorum")) {
            all.put(one, 1L);
        }
        for (String whole : List.of("InitialRate", "OutlierMove")) {
            all.put(whole, Parameters.WHOLE);
        }
        for (String many : List.of("MaxSeries", "MaxGroups", "MaxOrders", "MaxAge")) {
            all.put(many, 100L);
        }
        all.put("MaxPrice", 1L << 30);
        all.put("MaxPosition", 1L << 20);
        all.put("MaxQuantity", 1L << 20);
        all.putAll(given);
        return Parameters.of(all);
    }

    /** Keys that differ; nobody signs with them. */
    public static PublicKey key(int number) {
        byte[] bytes = new byte[SchemeId.SIMULATION.keySize()];
        IntStream.range(0, 4).forEach(k -> bytes[k] = (byte) (number >> (8 * k)));
        return new PublicKey(SchemeId.SIMULATION, Bytes.copyOf(bytes));
    }
}
