package org.quittance.trace.replay.tlc;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.amount.AmountValue;
import org.quittance.trace.replay.ValueForm;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/**
 * Writes values in full. An exact amount becomes the number that it is, of any size.
 *
 * @param form how
 * @param digests the names that digests have in values
 */
record ValueWriter(ValueForm form, Digests digests) {

    /** The value as text on one line. */
    String write(IValue value) {
        return switch (value) {
            case BoolValue flag -> flag(flag.val);
            case IntValue number -> number(BigInteger.valueOf(number.val));
            case StringValue text -> quoted(digests.whole(text.toUnquotedString()));
            case SetEnumValue set -> set(set);
            case RecordValue rec -> record(rec);
            case FcnRcdValue function -> function(function);
            case TupleValue tuple -> tuple(tuple);
            case Value other -> converted(other);
            default -> throw new IllegalStateException("there is no way to write " + value);
        };
    }

    private boolean isTla() {
        return form == ValueForm.TLA;
    }

    private String flag(boolean flag) {
        String text = String.valueOf(flag);
        return isTla() ? text.toUpperCase(Locale.ROOT) : text;
    }

    private String number(BigInteger number) {
        return isTla() ? number.toString() : "{\"#bigint\":\"" + number + "\"}";
    }

    private String set(SetEnumValue set) {
        String elements = all(ValueText.elements(set));
        return isTla() ? "{" + elements + "}" : "{\"#set\":[" + elements + "]}";
    }

    private String tuple(TupleValue tuple) {
        BigInteger amount = AmountValue.number(tuple);
        if (amount != null) {
            return number(amount);
        }
        String elements = all(List.of(tuple.elems));
        return isTla() ? "<<" + elements + ">>" : "[" + elements + "]";
    }

    private String record(RecordValue rec) {
        String fields = IntStream.range(0, rec.names.length)
                .mapToObj(k -> isTla()
                        ? rec.names[k] + " |-> " + write(rec.values[k])
                        : quoted(rec.names[k].toString()) + ":" + write(rec.values[k]))
                .collect(Collectors.joining(isTla() ? ", " : ","));
        return isTla() ? "[" + fields + "]" : "{" + fields + "}";
    }

    private String function(FcnRcdValue function) {
        function.normalize();
        Value[] domain = function.getDomainAsValues();
        if (isTla() && domain.length == 0) {
            return "<<>>";
        }
        String entries = IntStream.range(0, domain.length)
                .mapToObj(k -> isTla()
                        ? write(domain[k]) + " :> " + write(function.values[k])
                        : "[" + write(domain[k]) + "," + write(function.values[k]) + "]")
                .collect(Collectors.joining(isTla() ? " @@ " : ","));
        return isTla() ? "(" + entries + ")" : "{\"#map\":[" + entries + "]}";
    }

    /** Intervals, functions that are not spelled out yet, and the like. */
    private String converted(Value value) {
        if (value.toSetEnum() instanceof SetEnumValue set) {
            return set(set);
        }
        if (value.toFcnRcd() instanceof FcnRcdValue function) {
            return function(function);
        }
        throw new IllegalStateException("there is no way to write " + value);
    }

    private String all(List<Value> values) {
        return values.stream().map(this::write).collect(Collectors.joining(isTla() ? ", " : ","));
    }

    /** Names, kinds and digests are plain in both forms but for these two characters. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
