package org.quittance.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads values by their types from tokens of JSON, as far as there is nothing unusual. */
final class TokenValues {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]*");

    private final Known known;
    private final Map<Map<String, FieldType>, Row> rows = new IdentityHashMap<>();

    TokenValues(Known known) {
        this.known = known;
    }

    /** Fields in their order. */
    static final class Row {

        private final String[] names;
        private final SerializableString[] spelled;
        private final FieldType[] types;

        Row(Map<String, FieldType> fields) {
            names = fields.keySet().toArray(new String[0]);
            types = fields.values().toArray(new FieldType[0]);
            spelled = new SerializableString[names.length];
            for (int k = 0; k < names.length; k++) {
                spelled[k] = new SerializedString(names[k]);
            }
        }
    }

    static void expect(JsonParser in, JsonToken token) throws IOException, Unusual {
        if (in.nextToken() != token) {
            throw Unusual.BECAUSE;
        }
    }

    static void name(JsonParser in, String name) throws IOException, Unusual {
        if (!name.equals(in.nextFieldName())) {
            throw Unusual.BECAUSE;
        }
    }

    /** An object with these fields. */
    Map<String, Term> row(JsonParser in, Row row) throws IOException, Unusual {
        expect(in, JsonToken.START_OBJECT);
        return rest(in, row);
    }

    /** The fields of an object that has begun. */
    private Map<String, Term> rest(JsonParser in, Row row) throws IOException, Unusual {
        Term[] values = new Term[row.names.length];
        boolean ended = false;
        for (int k = 0; k < values.length; k++) {
            FieldType type = row.types[k];
            if (type instanceof FieldType.Missing missing) {
                // Only the last field may be missing here; other places are unusual.
                if (k != values.length - 1) {
                    throw Unusual.BECAUSE;
                }
                String name = in.nextFieldName();
                if (name == null) {
                    values[k] = missing.otherwise();
                    ended = true;
                } else if (name.equals(row.names[k])) {
                    in.nextToken();
                    values[k] = value(in, missing.value());
                } else {
                    throw Unusual.BECAUSE;
                }
            } else {
                if (!in.nextFieldName(row.spelled[k])) {
                    throw Unusual.BECAUSE;
                }
                in.nextToken();
                values[k] = value(in, type);
            }
        }
        JsonToken end = ended ? in.currentToken() : in.nextToken();
        if (end != JsonToken.END_OBJECT) {
            throw Unusual.BECAUSE;
        }
        return Fields.of(row.names, values);
    }

    /** The value whose first token is the current one. */
    private Term value(JsonParser in, FieldType type) throws IOException, Unusual {
        return switch (type) {
            case FieldType.Flag flag -> switch (in.currentToken()) {
                case VALUE_TRUE -> Term.Bool.TRUE;
                case VALUE_FALSE -> Term.Bool.FALSE;
                default -> throw Unusual.BECAUSE;
            };
            case FieldType.Number number ->
                    Term.Int.of((int) whole(in, number.least(), number.most()));
            case FieldType.Node node -> Term.Int.of((int) whole(in, 0, known.nodes() - 1));
            case FieldType.Exact exact ->
                    new Term.Amount(BigInteger.valueOf(whole(in, exact.least(), Long.MAX_VALUE)));
            case FieldType.OneOf texts -> oneOf(text(in), texts);
            case FieldType.Name name -> {
                String text = text(in);
                if (!NAME.matcher(text).matches()) {
                    throw Unusual.BECAUSE;
                }
                yield new Term.Str(text);
            }
            case FieldType.Text text -> new Term.Str(text(in));
            case FieldType.Digest digest -> digest(text(in), digest.none());
            case FieldType.Missing value -> value(in, value.value());
            case FieldType.Seq list -> new Term.Tuple(elements(in, list.element()));
            case FieldType.SetOf set -> set(in, set);
            case FieldType.Tuple tuple -> tuple(in, tuple);
            case FieldType.Rec rec -> record(in, rec);
            case FieldType.MapOf map -> new Term.Fun(entries(in, map.value(), null));
            case FieldType.Changes changes -> changes(in, changes.value());
            case FieldType.Optional optional -> new Term.Tuple(
                    in.currentToken() == JsonToken.VALUE_NULL
                            ? List.of()
                            : List.of(value(in, optional.value())));
            case FieldType.TextMap map -> throw Unusual.BECAUSE;
            case FieldType.Command command -> command(in, command);
        };
    }

    private Term record(JsonParser in, FieldType.Rec rec) throws IOException, Unusual {
        is(in, JsonToken.START_OBJECT);
        Term.Rec read = new Term.Rec(rest(in, rowOf(rec.fields())));
        if (rec.key() == null) {
            return read;
        }
        if (known.other(rec, read) != null) {
            throw Unusual.BECAUSE;
        }
        // The one that is known already, so that equal ones are the same.
        return read.fields().get(rec.key()) instanceof Term.Digest key
                        && known.record(key.value()) instanceof Term.Rec first
                ? first
                : read;
    }

    private Row rowOf(Map<String, FieldType> fields) {
        Row row = rows.get(fields);
        if (row == null) {
            row = new Row(fields);
            rows.put(fields, row);
        }
        return row;
    }

    private static void is(JsonParser in, JsonToken token) throws Unusual {
        if (in.currentToken() != token) {
            throw Unusual.BECAUSE;
        }
    }

    private static String text(JsonParser in) throws IOException, Unusual {
        is(in, JsonToken.VALUE_STRING);
        String text = in.getText();
        if (text.isEmpty()) {
            throw Unusual.BECAUSE;
        }
        return text;
    }

    private static long whole(JsonParser in, long least, long most) throws IOException, Unusual {
        is(in, JsonToken.VALUE_NUMBER_INT);
        long number = in.getLongValue();
        if (number < least || number > most) {
            throw Unusual.BECAUSE;
        }
        return number;
    }

    private static Term oneOf(String text, FieldType.OneOf texts) throws Unusual {
        if (!texts.texts().contains(text)) {
            throw Unusual.BECAUSE;
        }
        return new Term.Str(text);
    }

    private static Term digest(String text, String none) throws Unusual {
        if (!none.isEmpty() && none.equals(text)) {
            return new Term.Str(text);
        }
        if (!JsonObject.isDigest(text)) {
            throw Unusual.BECAUSE;
        }
        return new Term.Digest(text);
    }

    private List<Term> elements(JsonParser in, FieldType type) throws IOException, Unusual {
        is(in, JsonToken.START_ARRAY);
        List<Term> elements = new ArrayList<>(4);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(in, type));
        }
        return elements;
    }

    private Term set(JsonParser in, FieldType.SetOf type) throws IOException, Unusual {
        List<Term> elements = elements(in, type.element());
        for (int k = 1; k < elements.size(); k++) {
            if (TermOrder.compare(type, elements.get(k - 1), elements.get(k)) >= 0) {
                throw Unusual.BECAUSE;
            }
        }
        return new Term.SetOf(elements);
    }

    private Term tuple(JsonParser in, FieldType.Tuple type) throws IOException, Unusual {
        is(in, JsonToken.START_ARRAY);
        List<Term> elements = new ArrayList<>();
        for (FieldType each : type.elements()) {
            in.nextToken();
            elements.add(value(in, each));
        }
        expect(in, JsonToken.END_ARRAY);
        return new Term.Tuple(elements);
    }

    private SortedMap<Integer, Term> entries(
            JsonParser in, FieldType type, @Nullable List<Term> gone)
            throws IOException, Unusual {
        is(in, JsonToken.START_OBJECT);
        SortedMap<Integer, Term> entries = new TreeMap<>();
        long last = -1;
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            long number = ValueReader.entryNumber(key);
            if (number <= last) {
                throw Unusual.BECAUSE;
            }
            last = number;
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                if (gone == null) {
                    throw Unusual.BECAUSE;
                }
                gone.add(Term.Int.of((int) number));
            } else {
                entries.put((int) number, value(in, type));
            }
        }
        is(in, JsonToken.END_OBJECT);
        return entries;
    }

    private Term changes(JsonParser in, FieldType type) throws IOException, Unusual {
        List<Term> gone = new ArrayList<>();
        Term now = new Term.Fun(entries(in, type, gone));
        return new Term.Rec(Fields.of(ValueReader.CHANGES, new Term[] {now, new Term.SetOf(gone)}));
    }

    private Term command(JsonParser in, FieldType.Command type) throws IOException, Unusual {
        is(in, JsonToken.START_OBJECT);
        name(in, "action");
        expect(in, JsonToken.VALUE_STRING);
        String spelling = in.getText();
        for (Action action : type.actions()) {
            if (action.spelling().equals(spelling)) {
                Term[] values = {
                    new Term.Str(spelling),
                    new Term.Rec(rest(in, rowOf(action.args())))
                };
                return new Term.Rec(Fields.of(ValueReader.COMMAND, values));
            }
        }
        throw Unusual.BECAUSE;
    }
}
