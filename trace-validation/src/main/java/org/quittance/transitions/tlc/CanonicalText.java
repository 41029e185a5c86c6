package org.quittance.transitions.tlc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnLambdaValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/**
 * Values as TLA+, equal values alike: TLC's own order of sets depends on which names it met first,
 * and it has two forms for functions on 1 .. n.
 */
final class CanonicalText {

    private static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private CanonicalText() {}

    static String of(IValue value) {
        return switch (value) {
            case BoolValue flag -> flag.val ? "TRUE" : "FALSE";
            case IntValue number -> String.valueOf(number.val);
            case StringValue text -> "\"" + text.toUnquotedString() + "\"";
            case ModelValue name -> name.toString();
            case TupleValue tuple -> sequence(all(tuple.elems));
            case RecordValue rec -> record(rec);
            case FcnRcdValue function -> function(function);
            case FcnLambdaValue function -> of(function.toFcnRcd());
            case Value other -> set(other);
            default -> throw new IllegalStateException("there is no way to write " + value);
        };
    }

    private static String set(Value value) {
        if (!(value.toSetEnum() instanceof SetEnumValue set)) {
            throw new IllegalStateException("there is no way to write " + value);
        }
        set.normalize();
        List<String> elements = new ArrayList<>();
        for (int k = 0; k < set.elems.size(); k++) {
            elements.add(of(set.elems.elementAt(k)));
        }
        elements.sort(ORDER);
        return "{" + String.join(", ", elements) + "}";
    }

    private static List<String> all(Value[] values) {
        return Arrays.stream(values).map(CanonicalText::of).toList();
    }

    private static String sequence(List<String> elements) {
        return "<<" + String.join(", ", elements) + ">>";
    }

    private static String record(RecordValue rec) {
        List<String> fields = new ArrayList<>();
        for (int k = 0; k < rec.names.length; k++) {
            fields.add(rec.names[k] + " |-> " + of(rec.values[k]));
        }
        fields.sort(Comparator.naturalOrder());
        return "[" + String.join(", ", fields) + "]";
    }

    private static String function(FcnRcdValue function) {
        Value[] domain = function.getDomainAsValues();
        List<String> keys = all(domain);
        List<String> sorted = keys.stream().sorted(ORDER).toList();
        List<String> values = sorted.stream()
                .map(key -> of(function.values[keys.indexOf(key)]))
                .toList();
        boolean isSequence = true;
        List<String> entries = new ArrayList<>();
        for (int k = 0; k < sorted.size(); k++) {
            isSequence &= sorted.get(k).equals(String.valueOf(k + 1));
            entries.add(sorted.get(k) + " :> " + values.get(k));
        }
        return isSequence ? sequence(values) : "(" + String.join(" @@ ", entries) + ")";
    }
}
