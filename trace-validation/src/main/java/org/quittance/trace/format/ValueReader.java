package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads values by their types. */
final class ValueReader {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]*");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    /** The fields of what changed, and of a command. */
    static final String[] CHANGES = {"now", "gone"};

    static final String[] COMMAND = {"action", "args"};

    private final Known known;

    /** A reader for one trace, of which this is known. */
    ValueReader(Known known) {
        this.known = known;
    }

    /** The fields of an object, and no others. */
    Map<String, Term> fields(JsonObject in, Map<String, FieldType> types)
            throws MalformedTraceException {
        Map<String, Term> fields = new LinkedHashMap<>();
        for (Map.Entry<String, FieldType> field : types.entrySet()) {
            FieldType type = field.getValue();
            if (type instanceof FieldType.Missing missing && !in.has(field.getKey())) {
                fields.put(field.getKey(), missing.otherwise());
            } else {
                fields.put(field.getKey(), read(in, field.getKey(), type));
            }
        }
        in.end();
        return fields;
    }

    Term read(JsonObject in, String name, FieldType type) throws MalformedTraceException {
        return switch (type) {
            case FieldType.Flag flag -> new Term.Bool(in.flag(name));
            case FieldType.Number number ->
                    new Term.Int((int) in.number(name, number.least(), number.most()));
            case FieldType.Node node ->
                    new Term.Int((int) in.number(name, 0, known.nodes() - 1));
            case FieldType.Exact exact ->
                    new Term.Amount(
                            BigInteger.valueOf(in.number(name, exact.least(), Long.MAX_VALUE)));
            case FieldType.OneOf text -> new Term.Str(in.oneOf(name, text.texts()));
            case FieldType.Name text -> new Term.Str(name(in, name));
            case FieldType.Text text -> new Term.Str(in.string(name));
            case FieldType.Digest digest -> digest(in, name, digest.none());
            case FieldType.Missing value -> read(in, name, value.value());
            case FieldType.Seq list -> new Term.Tuple(elements(in, name, list.element()));
            case FieldType.SetOf set -> new Term.SetOf(ascending(in, name, set));
            case FieldType.Tuple tuple -> tuple(in, name, tuple.elements());
            case FieldType.Rec rec -> record(in.object(name), rec);
            case FieldType.TextMap map -> new Term.Rec(byText(in.object(name), map.value()));
            case FieldType.MapOf map -> new Term.Fun(entries(in.object(name), map.value(), null));
            case FieldType.Changes changes -> changes(in.object(name), changes.value());
            case FieldType.Optional value ->
                    new Term.Tuple(
                            in.get(name).isNull()
                                    ? List.of()
                                    : List.of(read(in, name, value.value())));
            case FieldType.Command command -> command(in.object(name), command.actions());
        };
    }

    private static Term digest(JsonObject in, String name, String none)
            throws MalformedTraceException {
        return !none.isEmpty() && in.string(name).equals(none)
                ? new Term.Str(none)
                : new Term.Digest(in.digest(name));
    }

    private Term record(JsonObject in, FieldType.Rec type) throws MalformedTraceException {
        Term.Rec rec = new Term.Rec(fields(in, type.fields()));
        Term.Rec other = known.other(type, rec);
        if (other != null) {
            throw in.error(
                    "",
                    "this is not " + other.fields() + ", which has the same " + type.key(),
                    "write what has one " + type.key() + " alike wherever it occurs");
        }
        return rec;
    }

    private Map<String, Term> byText(JsonObject in, FieldType type)
            throws MalformedTraceException {
        Map<String, Term> entries = new LinkedHashMap<>();
        for (String key : in.names()) {
            entries.put(key, read(in, key, type));
        }
        return entries;
    }

    private static String name(JsonObject in, String name) throws MalformedTraceException {
        String text = in.string(name);
        if (!NAME.matcher(text).matches()) {
            throw in.error(
                    name, "\"" + text + "\" is not a name in capitals", "write one as A_NAME");
        }
        return text;
    }

    private List<Term> elements(JsonObject in, String name, FieldType type)
            throws MalformedTraceException {
        JsonObject list = in.elements(name);
        List<Term> elements = new ArrayList<>();
        for (String index : list.names()) {
            elements.add(read(list, index, type));
        }
        return elements;
    }

    private List<Term> ascending(JsonObject in, String name, FieldType.SetOf type)
            throws MalformedTraceException {
        List<Term> elements = elements(in, name, type.element());
        for (int k = 1; k < elements.size(); k++) {
            if (TermOrder.compare(type, elements.get(k - 1), elements.get(k)) >= 0) {
                throw in.error(
                        name + "[" + k + "]",
                        "the set is not in strictly ascending order",
                        "write each element once, in ascending order"
                                + (type.by().isEmpty() ? "" : " of " + type.by()));
            }
        }
        return elements;
    }

    private Term tuple(JsonObject in, String name, List<FieldType> types)
            throws MalformedTraceException {
        JsonObject list = in.elements(name);
        if (list.names().size() != types.size()) {
            throw in.error(
                    name,
                    "expected " + types.size() + " elements, found " + list.names().size(),
                    "write as many");
        }
        List<Term> elements = new ArrayList<>();
        for (String index : list.names()) {
            elements.add(read(list, index, types.get(elements.size())));
        }
        return new Term.Tuple(elements);
    }

    /**
     * The entries of a function on numbers.
     *
     * @param gone gets the numbers of the entries that are null; null if there must be none
     */
    private SortedMap<Integer, Term> entries(
            JsonObject in, FieldType type, @Nullable List<Term> gone)
            throws MalformedTraceException {
        SortedMap<Integer, Term> entries = new TreeMap<>();
        long last = -1;
        for (String key : in.names()) {
            long number = entryNumber(key);
            if (number <= last) {
                throw in.error(
                        key,
                        "the name of the entry is not a number above that of the one before",
                        "name entries by their numbers, in ascending order");
            }
            last = number;
            JsonNode value = in.get(key);
            if (gone != null && value.isNull()) {
                gone.add(new Term.Int((int) number));
            } else {
                entries.put((int) number, read(in, key, type));
            }
        }
        return entries;
    }

    /** The number that an entry of a function is named by; -1 if it is not the name of one. */
    static long entryNumber(String key) {
        long number = NUMBER.matcher(key).matches() ? Long.parseLong(key) : -1;
        return number > FieldType.MOST ? -1 : number;
    }

    private Term changes(JsonObject in, FieldType type) throws MalformedTraceException {
        List<Term> gone = new ArrayList<>();
        Map<String, Term> fields = new LinkedHashMap<>();
        fields.put("now", new Term.Fun(entries(in, type, gone)));
        fields.put("gone", new Term.SetOf(gone));
        return new Term.Rec(fields);
    }

    private Term command(JsonObject in, List<Action> actions) throws MalformedTraceException {
        String spelling = in.oneOf("action", actions.stream().map(Action::spelling).toList());
        for (Action action : actions) {
            if (action.spelling().equals(spelling)) {
                Map<String, Term> fields = new LinkedHashMap<>();
                fields.put("action", new Term.Str(spelling));
                fields.put("args", new Term.Rec(fields(in, action.args())));
                return new Term.Rec(fields);
            }
        }
        throw new IllegalStateException(spelling + " is none of these");
    }
}
