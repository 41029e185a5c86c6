package org.quittance.trace.tla;

import java.util.Map;
import org.quittance.trace.format.SettlementFormat;
import org.quittance.trace.format.SimplexFormat;
import org.quittance.trace.format.SystemFormat;
import org.quittance.trace.format.Trace;

/** The constants of a spec for a run, as text of TLA+. */
interface Constants {

    /** Of this trace: by the constant's name, the expression, in the order to define them. */
    Map<String, String> of(Trace trace, TlaText text);

    /** Those of the spec that a trace follows. */
    static Constants ofSpec(Trace trace) {
        if (trace.header().spec().equals(SimplexFormat.SPEC)) {
            return new SimplexConstants();
        }
        if (trace.header().spec().equals(SettlementFormat.SPEC)) {
            return new SettlementConstants();
        }
        if (trace.header().spec().equals(SystemFormat.SPEC)) {
            return new SystemConstants();
        }
        throw new IllegalArgumentException("nothing is known of " + trace.header().spec());
    }

    /** Numbers with commas between. */
    static String join(Iterable<Integer> numbers) {
        StringBuilder out = new StringBuilder();
        for (int number : numbers) {
            out.append(out.isEmpty() ? "" : ", ").append(number);
        }
        return out.toString();
    }
}
