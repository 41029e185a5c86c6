package org.quittance.sim.scenario;

import java.util.List;

/** Seeds of short runs that together reach everything: see {@link SettlementScenario#corpus}. */
final class SettlementSeeds {

    static final List<Long> CORPUS = List.of(1602L, 700L, 398L, 2233L, 3111L, 1286L, 3405L, 339L,
            1762L, 92L, 2985L, 1387L, 3299L, 3327L, 1083L, 506L);

    private SettlementSeeds() {}
}
