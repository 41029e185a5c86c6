package tlc2.module;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** What TLC does instead of evaluating the module of this name. */
public final class Election {

    /** A power of two: the leaders of so many views are remembered. */
    private static final int MOST = 64;

    private static final IntValue[] LEADERS = new IntValue[MOST];
    private static final int[] VIEWS = new int[MOST];
    private static Value[] rule = {};

    private Election() {}

    /** Elected(chain, epoch, weights, v). */
    public static synchronized Value Elected(
            Value chain, Value epoch, Value weights, Value view) {
        Value[] asked = {chain, epoch, weights};
        if (!Arrays.equals(rule, asked)) {
            Arrays.fill(VIEWS, 0);
            rule = asked;
        }
        int v = ((IntValue) view).val;
        int slot = v & (MOST - 1);
        if (VIEWS[slot] != v) {
            LEADERS[slot] = IntValue.gen(election(chain, epoch, weights).leader(v));
            VIEWS[slot] = v;
        }
        return LEADERS[slot];
    }

    private static org.quittance.trace.specs.Election election(
            Value chain, Value epoch, Value weights) {
        List<Integer> list = new ArrayList<>();
        for (Value weight : ((TupleValue) weights).elems) {
            list.add(((IntValue) weight).val);
        }
        return new org.quittance.trace.specs.Election(
                ((StringValue) chain).toUnquotedString(), ((IntValue) epoch).val, list);
    }
}
