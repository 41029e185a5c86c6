package org.quittance.trace.replay.tlc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.amount.AmountValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnLambdaValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/**
 * Values for people: a block is its name and view, a message its kind, block and signer, and long
 * sets are cut.
 */
final class ValueText {

    /** Of a longer set these many are shown. */
    private static final int SHOWN = 4;

    private ValueText() {}

    static String of(Value value) {
        return switch (value) {
            case RecordValue rec -> record(rec);
            case TupleValue tuple -> tuple(tuple);
            case FcnRcdValue function -> function(function);
            case FcnLambdaValue function -> of(function.toFcnRcd());
            default -> {
                SetEnumValue set = asSet(value);
                yield set == null ? value.toString() : set(elements(set));
            }
        };
    }

    /** Of a long set, show those elements that are about the same view as this value, if any. */
    static String near(Value value, @Nullable Value about) {
        SetEnumValue set = asSet(value);
        Integer view = about == null ? null : view(about);
        if (set == null || view == null || set.size() <= SHOWN) {
            return of(value);
        }
        List<Value> near = new ArrayList<>();
        for (Value element : elements(set)) {
            if (view.equals(view(element))) {
                near.add(element);
            }
        }
        return "of " + set.size() + " those of view " + view + ": " + set(near);
    }

    /** An amount is a number, and everything else a sequence. */
    private static String tuple(TupleValue tuple) {
        BigInteger amount = AmountValue.number(tuple);
        return amount != null
                ? amount.toString()
                : List.of(tuple.elems).stream()
                        .map(ValueText::of)
                        .collect(Collectors.joining(", ", "<<", ">>"));
    }

    private static String function(FcnRcdValue function) {
        Value[] domain = function.getDomainAsValues();
        List<String> entries = new ArrayList<>();
        for (int k = 0; k < Math.min(domain.length, SHOWN); k++) {
            entries.add(of(domain[k]) + ": " + of(function.values[k]));
        }
        if (domain.length > SHOWN) {
            entries.add((domain.length - SHOWN) + " more");
        }
        return "[" + String.join(", ", entries) + "]";
    }

    private static @Nullable SetEnumValue asSet(Value value) {
        if (value instanceof StringValue || value instanceof IntValue
                || value instanceof BoolValue) {
            return null;
        }
        try {
            return value.toSetEnum() instanceof SetEnumValue set ? set : null;
        } catch (RuntimeException e) {
            // It has no end, as the set of all views has none.
            return null;
        }
    }

    static List<Value> elements(SetEnumValue set) {
        set.normalize();
        List<Value> elements = new ArrayList<>();
        for (int k = 0; k < set.elems.size(); k++) {
            elements.add(set.elems.elementAt(k));
        }
        return elements;
    }

    /** Of many elements the last ones, since later views tend to stand last. */
    private static String set(List<Value> elements) {
        int left = Math.max(0, elements.size() - SHOWN);
        String shown = elements.stream()
                .skip(left)
                .map(ValueText::of)
                .collect(Collectors.joining(", "));
        return "{" + (left > 0 ? left + " more, " : "") + shown + "}";
    }

    private static String record(RecordValue rec) {
        Value kind = field(rec, "kind");
        Value signer = field(rec, "signer");
        Value view = field(rec, "view");
        Value digest = field(rec, "digest");
        if (digest instanceof StringValue name && view != null) {
            Value valid = field(rec, "valid");
            boolean isValid = valid instanceof BoolValue flag && flag.getVal();
            return name.toUnquotedString() + "@" + view
                    + " on " + string(field(rec, "parent")) + "@" + field(rec, "parentView")
                    + (isValid ? "" : " (invalid)");
        }
        if (kind == null || view == null) {
            List<String> fields = new ArrayList<>();
            for (int k = 0; k < rec.names.length; k++) {
                fields.add(rec.names[k] + ": " + of(rec.values[k]));
            }
            return "[" + String.join(", ", fields) + "]";
        }
        Value block = field(rec, "block");
        Value blockName = block instanceof RecordValue b ? field(b, "digest") : null;
        String about = string(kind).equals("nullify")
                ? String.valueOf(view)
                : string(blockName) + "@" + view;
        return signer == null
                ? certificate(string(kind)) + " " + about
                : string(kind) + " " + about + " by " + signer;
    }

    private static String certificate(String kind) {
        return switch (kind) {
            case "notarize" -> "notarization";
            case "nullify" -> "nullification";
            case "finalize" -> "finalization";
            default -> "certificate " + kind;
        };
    }

    private static @Nullable Integer view(Value value) {
        return value instanceof RecordValue rec && field(rec, "view") instanceof IntValue view
                ? view.val
                : null;
    }

    private static @Nullable Value field(RecordValue rec, String name) {
        for (int k = 0; k < rec.names.length; k++) {
            if (rec.names[k].toString().equals(name)) {
                return rec.values[k];
            }
        }
        return null;
    }

    private static String string(@Nullable Value value) {
        return value instanceof StringValue text
                ? text.toUnquotedString()
                : String.valueOf(value);
    }
}
