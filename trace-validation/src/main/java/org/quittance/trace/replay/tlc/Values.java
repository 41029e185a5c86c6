package org.quittance.trace.replay.tlc;

import java.util.List;
import java.util.Map;
import org.quittance.trace.amount.AmountValue;
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
final class Values {

    private final Map<String, String> names;

    /** Digests get these names. */
    Values(Map<String, String> names) {
        this.names = names;
    }

    Value of(Term term) {
        return switch (term) {
            case Term.Int number -> IntValue.gen(number.value());
            case Term.Str text ->
                    new StringValue(names.getOrDefault(text.value(), text.value()));
            case Term.Bool flag -> flag.value() ? BoolValue.ValTrue : BoolValue.ValFalse;
            case Term.Tuple tuple -> new TupleValue(all(tuple.elements()));
            case Term.SetOf set -> new SetEnumValue(all(set.elements()), false);
            case Term.Amount amount -> AmountValue.of(amount.value());
            case Term.Fun function ->
                    new FcnRcdValue(
                            function.entries().keySet().stream()
                                    .map(IntValue::gen)
                                    .toArray(Value[]::new),
                            all(List.copyOf(function.entries().values())),
                            false);
            case Term.Rec rec ->
                    new RecordValue(
                            rec.fields().keySet().stream()
                                    .map(UniqueString::uniqueStringOf)
                                    .toArray(UniqueString[]::new),
                            all(List.copyOf(rec.fields().values())),
                            false);
        };
    }

    private Value[] all(List<Term> terms) {
        return terms.stream().map(this::of).toArray(Value[]::new);
    }
}
