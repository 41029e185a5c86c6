package org.quittance.sim.fault;

import java.util.List;
import java.util.stream.Stream;

/** The registered faults. */
public final class Faults {

    private Faults() {}

    /** All of them, by area. */
    public static List<Fault> all() {
        return Stream.of(
                        VotingFaults.all(), OrderingFaults.all(), DurabilityFaults.all(),
                        TradingFaults.all(), TreasuryFaults.all(), OracleFaults.all(),
                        LiquidationFaults.all(), WaterfallFaults.all(), AttestationFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that the trace of a run shows. */
    public static List<Fault> shown() {
        return all().stream().filter(fault -> fault.shown().isPresent()).toList();
    }
}
