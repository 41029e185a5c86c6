package org.quittance.sim.scenario;

import java.util.List;

/** Seeds of short runs that together reach everything: see {@link SettlementScenario#corpus}. */
final class SettlementSeeds {

    static final List<Long> CORPUS = List.of(3329L, 2841L, 8111L, 6031L, 5030L, 1259L,
            5056L, 347L, 3573L, 457L, 499L, 646L, 3116L, 5L, 10L, 153L, 328L, 487L, 8026L);

    private SettlementSeeds() {}
}
