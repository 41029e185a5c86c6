package org.quittance.trace.replay.tlc;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import tlc2.tool.TLCState;
import tlc2.value.IValue;

/** A state as TLA+. */
final class StateText {

    private StateText() {}

    /** A record with a field for each variable, each on a line of its own. */
    static String of(TLCState state) {
        StringJoiner fields = new StringJoiner(",\n", "[\n", "\n]");
        Map<String, String> sorted = new TreeMap<>();
        state.getVals().forEach((name, value) -> sorted.put(name.toString(), text(value)));
        sorted.forEach((name, value) -> fields.add("  " + name + " |-> " + value));
        return fields.toString();
    }

    private static String text(IValue value) {
        return String.valueOf(value);
    }
}
