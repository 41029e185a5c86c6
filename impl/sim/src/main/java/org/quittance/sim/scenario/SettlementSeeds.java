package org.quittance.sim.scenario;

import java.util.List;

/** Seeds of short runs that together reach everything: see {@link SettlementScenario#corpus}. */
final class SettlementSeeds {

    static final List<Long> CORPUS = List.of(1484L, 1232L, 2179L, 594L, 3347L, 213L, 505L, 1281L,
            1522L, 3571L, 637L, 3094L, 2122L, 1472L, 2914L, 1582L, 53L);

    private SettlementSeeds() {}
}
