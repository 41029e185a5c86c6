package org.quittance.node.setup;

import java.util.SortedMap;
import org.quittance.core.settlement.Parameters;

/** The parameters of a settlement for which nobody asks for others. */
public final class Defaults {

    private Defaults() {}

    /** By their names in the spec. */
    public static SortedMap<String, Long> parameters() {
        return new Parameters(
                700, 300, 1, 0, 1_000_000, 300, 10_000, 2, 1, 1_000, 800, 3, 100, 20, 20, 500, 5,
                1_000_000, 2, 2, 100_000, 10_000, 64, 16, 1_024).byName();
    }
}
