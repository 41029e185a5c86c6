package org.quittance.trace.replay.tlc;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import tlc2.value.impl.FcnLambdaValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** In what a value differs from another, for people: of a large function its entries that do. */
final class Difference {

    /** Of more entries or elements these many are shown. */
    private static final int SHOWN = 4;

    private Difference() {}

    /** What the value has that the other has not. */
    static String of(Value value, Value other) {
        FcnRcdValue function = function(value);
        FcnRcdValue otherFunction = function(other);
        if (function != null && otherFunction != null) {
            return ofFunctions(function, otherFunction);
        }
        return value instanceof SetEnumValue set
                        && other instanceof SetEnumValue otherSet
                        && Math.max(set.size(), otherSet.size()) > SHOWN
                ? ofSets(set, otherSet)
                : ValueText.of(value);
    }

    private static @Nullable FcnRcdValue function(Value value) {
        boolean isFunction = value instanceof FcnRcdValue || value instanceof FcnLambdaValue;
        // What is written for a function on nothing.
        boolean isEmpty = value instanceof TupleValue tuple && tuple.size() == 0;
        return (isFunction || isEmpty) && value.toFcnRcd() instanceof FcnRcdValue function
                ? function
                : null;
    }

    private static String ofFunctions(FcnRcdValue function, FcnRcdValue other) {
        Value[] domain = function.getDomainAsValues();
        List<String> entries = new ArrayList<>();
        for (int k = 0; k < domain.length; k++) {
            Value there = at(other, domain[k]);
            if (there == null || !function.values[k].equals(there)) {
                entries.add(domain[k] + ": " + (there == null
                        ? ValueText.of(function.values[k])
                        : of(function.values[k], there)));
            }
        }
        return entries.isEmpty()
                ? "[no entries but those of the other]"
                : "[" + shown(entries) + "]";
    }

    private static @Nullable Value at(FcnRcdValue function, Value argument) {
        Value[] domain = function.getDomainAsValues();
        for (int k = 0; k < domain.length; k++) {
            if (domain[k].equals(argument)) {
                return function.values[k];
            }
        }
        return null;
    }

    private static String ofSets(SetEnumValue set, SetEnumValue other) {
        List<String> elements = new ArrayList<>();
        for (Value element : ValueText.elements(set)) {
            if (!other.member(element)) {
                elements.add(ValueText.of(element));
            }
        }
        return elements.isEmpty()
                ? "{no elements but those of the other}"
                : "{" + shown(elements) + "} besides others";
    }

    private static String shown(List<String> all) {
        String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() > SHOWN ? shown + ", " + (all.size() - SHOWN) + " more" : shown;
    }
}
