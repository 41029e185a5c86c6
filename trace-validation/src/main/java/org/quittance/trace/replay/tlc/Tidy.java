package org.quittance.trace.replay.tlc;

import org.checkerframework.checker.nullness.qual.Nullable;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.Value;
import tlc2.value.impl.ValueVec;
import util.UniqueString;

/**
 * Keeps the sets of a state sorted. TLC adds an element to a set at its end, looks through all of
 * an unsorted set to find one, and sorts from scratch. The set before the step was sorted, and most
 * of its elements are still there, so that only what is new needs a place. Nothing but the order in
 * which a set is kept changes by it.
 */
final class Tidy {

    private Tidy() {}

    /** Sorts the sets in the variables, and in functions that are variables. */
    static void state(TLCState before, TLCState after, UniqueString[] variables) {
        for (UniqueString name : variables) {
            IValue old = before.lookup(name);
            IValue now = after.lookup(name);
            if (old == now) {
                continue;
            }
            if (now instanceof SetEnumValue set && old instanceof SetEnumValue was) {
                after.bind(name, sorted(was, set));
            } else if (now instanceof FcnRcdValue function && old instanceof FcnRcdValue was) {
                entries(was, function);
            }
        }
    }

    private static void entries(FcnRcdValue old, FcnRcdValue now) {
        if (old.values.length != now.values.length || old.values == now.values) {
            return;
        }
        for (int k = 0; k < now.values.length; k++) {
            if (now.values[k] != old.values[k]
                    && now.values[k] instanceof SetEnumValue set
                    && old.values[k] instanceof SetEnumValue was) {
                now.values[k] = sorted(was, set);
            }
        }
    }

    private static SetEnumValue sorted(SetEnumValue old, SetEnumValue now) {
        int kept = old.elems.size();
        if (now.isNormalized() || !old.isNormalized() || !beginsWith(now, old)) {
            now.normalize();
            return now;
        }
        Value[] sorted = new Value[now.elems.size()];
        for (int k = 0; k < kept; k++) {
            sorted[k] = now.elems.elementAt(k);
        }
        int size = kept;
        for (int k = kept; k < sorted.length; k++) {
            Value element = now.elems.elementAt(k);
            Integer place = place(sorted, size, element);
            if (place != null) {
                System.arraycopy(sorted, place, sorted, place + 1, size - place);
                sorted[place] = element;
                size++;
            }
        }
        ValueVec elements = new ValueVec(size);
        for (int k = 0; k < size; k++) {
            elements.addElement(sorted[k]);
        }
        return new SetEnumValue(elements, true);
    }

    private static boolean beginsWith(SetEnumValue set, SetEnumValue beginning) {
        int size = beginning.elems.size();
        if (set.elems.size() < size) {
            return false;
        }
        for (int k = 0; k < size; k++) {
            if (set.elems.elementAt(k) != beginning.elems.elementAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Where the element belongs among the first ones; null if it is among them. */
    private static @Nullable Integer place(Value[] sorted, int size, Value element) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = element.compareTo(sorted[middle]);
            if (order == 0) {
                return null;
            }
            if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
