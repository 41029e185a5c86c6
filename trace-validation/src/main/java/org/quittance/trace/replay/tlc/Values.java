package org.quittance.trace.replay.tlc;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.amount.AmountValue;
import org.quittance.trace.format.Fields;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Makes values of TLC's evaluator from terms. */
public final class Values {

    /** A power of two: so many records that came last are made once. */
    private static final int RECENT = 1024;

    private final Digests digests;
    private final Map<String, StringValue> strings = new java.util.HashMap<>();
    private final Map<Object, Shape> shapes = new IdentityHashMap<>();
    private final Term.Rec[] recent = new Term.Rec[RECENT];
    private final RecordValue[] recentValues = new RecordValue[RECENT];

    /**
     * What records with the same names have in common.
     *
     * @param names in the order in which TLC keeps them
     * @param places where the value of each is among the fields
     */
    private record Shape(UniqueString[] names, int[] places) {}

    /** For traces with this header. */
    public Values(Header header) {
        this(header.digests());
    }

    /** With these digests in constants of the spec. */
    Values(List<String> constants) {
        digests = new Digests(constants);
    }

    /** The names that digests have in values. */
    Digests digests() {
        return digests;
    }

    /** The value of a term. */
    public Value of(Term term) {
        return switch (term) {
            case Term.Int number -> IntValue.gen(number.value());
            case Term.Str text -> string(text.value());
            case Term.Digest digest -> digests.value(digest.value());
            case Term.Bool flag -> flag.value() ? BoolValue.ValTrue : BoolValue.ValFalse;
            case Term.Tuple tuple -> new TupleValue(all(tuple.elements()));
            case Term.SetOf set -> new SetEnumValue(all(set.elements()), false);
            case Term.Amount amount -> AmountValue.of(amount.value());
            case Term.Fun function -> function(function.entries());
            case Term.Rec rec -> record(rec);
        };
    }

    private Value string(String text) {
        StringValue known = strings.get(text);
        if (known != null) {
            return known;
        }
        StringValue made = new StringValue(text);
        // Names of actions, kinds and reasons; texts of which there is no end are not kept.
        if (strings.size() < RECENT) {
            strings.put(text, made);
        }
        return made;
    }

    private Value function(SortedMap<Integer, Term> entries) {
        Value[] domain = entries.keySet().stream().map(IntValue::gen).toArray(Value[]::new);
        return new FcnRcdValue(domain, all(List.copyOf(entries.values())), true);
    }

    private Value record(Term.Rec rec) {
        int slot = System.identityHashCode(rec) & (RECENT - 1);
        if (recent[slot] == rec) {
            return recentValues[slot];
        }
        Fields fields = rec.fields();
        Shape shape = shape(fields);
        Value[] values = new Value[shape.places().length];
        for (int k = 0; k < values.length; k++) {
            values[k] = of(fields.value(shape.places()[k]));
        }
        RecordValue value = new RecordValue(shape.names(), values, true);
        recent[slot] = rec;
        recentValues[slot] = value;
        return value;
    }

    private Shape shape(Fields fields) {
        @Nullable Shape known = shapes.get(fields.shape());
        if (known != null) {
            return known;
        }
        UniqueString[] spelled = new UniqueString[fields.size()];
        for (int k = 0; k < spelled.length; k++) {
            spelled[k] = UniqueString.uniqueStringOf(fields.name(k));
        }
        int[] places = new int[spelled.length];
        UniqueString[] names = new UniqueString[spelled.length];
        for (int k = 0; k < spelled.length; k++) {
            int place = 0;
            for (UniqueString other : spelled) {
                place += other.compareTo(spelled[k]) < 0 ? 1 : 0;
            }
            places[place] = k;
            names[place] = spelled[k];
        }
        Shape shape = new Shape(names, places);
        if (shapes.size() < RECENT) {
            shapes.put(fields.shape(), shape);
        }
        return shape;
    }

    private Value[] all(List<Term> terms) {
        Value[] values = new Value[terms.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = of(terms.get(k));
        }
        return values;
    }
}
