package org.quittance.trace;

import java.util.List;

/** The example of a settlement trace, for tests of other packages. */
public final class SettlementExample {

    private SettlementExample() {}

    /** Its lines. */
    public static List<String> lines() {
        SettlementLines example = SettlementLines.example();
        return example.lines(example.events());
    }
}
