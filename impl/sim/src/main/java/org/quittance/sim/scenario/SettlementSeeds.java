package org.quittance.sim.scenario;

import java.util.List;

/** Seeds of short runs that together reach everything: see {@link SettlementScenario#corpus}. */
final class SettlementSeeds {

    static final List<Long> CORPUS = List.of(328L, 1109L, 683L, 355L, 1120L, 153L, 1238L, 725L,
            836L, 86L, 1425L, 1000L, 181L, 1071L, 1259L, 1052L, 61L, 434L, 1121L,
            3116L);

    private SettlementSeeds() {}
}
