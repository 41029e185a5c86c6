package org.quittance.trace.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.trace.format.FieldType;

/**
 * Types, written as in the annotations of Apalache, the symbolic model checker:
 *
 * <ul>
 *   <li>Int, Bool, Str: a number of TLC, true or false, a text that is not empty,
 *   <li>Set(T), Seq(T): a list of JSON; that of a set is strictly ascending,
 *   <li>&lt;&lt;T, U>>: a list in which each place has its own type,
 *   <li>{ a: T, b: U }: an object for a record,
 *   <li>Int -> T, Str -> T: an object for a function; the numbers are not negative, and ascending,
 *   <li>$name or name: a type that has been given this name.
 * </ul>
 */
final class TypeText {

    private static final Pattern TOKEN = Pattern.compile("->|<<|>>|\\$?[A-Za-z][A-Za-z0-9_]*|\\S");

    private static final FieldType INT = new FieldType.Number(-FieldType.MOST, FieldType.MOST);

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, FieldType> named;
    private int at;

    private TypeText(String text, Map<String, FieldType> named) {
        this.named = named;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
    }

    /** It is not a type; the message says why. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final String mend;

        Wrong(String what, String mend) {
            super(what);
            this.mend = mend;
        }

        String mend() {
            return mend;
        }
    }

    /**
     * The type that a text says.
     *
     * @param named types that have a name
     */
    static FieldType parse(String text, Map<String, FieldType> named) throws Wrong {
        TypeText from = new TypeText(text, named);
        FieldType type = from.type();
        if (from.at < from.tokens.size()) {
            throw new Wrong(
                    "after the type there is still " + from.peek(), "write one type");
        }
        return type;
    }

    private FieldType type() throws Wrong {
        String first = peek();
        FieldType type = plain();
        if (!peek().equals("->")) {
            return type;
        }
        at++;
        FieldType result = type();
        return switch (first) {
            case "Int" -> new FieldType.MapOf(result);
            case "Str" -> new FieldType.TextMap(result);
            default -> throw new Wrong(
                    "a function on " + first + " can't be written in JSON",
                    "write Int -> T or Str -> T, or a set of tuples");
        };
    }

    private FieldType plain() throws Wrong {
        String token = next();
        return switch (token) {
            case "Int" -> INT;
            case "Bool" -> FieldType.FLAG;
            case "Str" -> FieldType.TEXT;
            case "Seq" -> new FieldType.Seq(argument());
            case "Set" -> {
                FieldType element = argument();
                yield new FieldType.SetOf(element, order(element));
            }
            case "<<" -> tuple();
            case "{" -> record();
            default -> named(token);
        };
    }

    private FieldType argument() throws Wrong {
        expect("(");
        FieldType type = type();
        expect(")");
        return type;
    }

    private FieldType tuple() throws Wrong {
        List<FieldType> elements = new ArrayList<>();
        do {
            elements.add(type());
        } while (isMore(">>"));
        return new FieldType.Tuple(elements);
    }

    private FieldType record() throws Wrong {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        do {
            String name = next();
            expect(":");
            if (fields.put(name, type()) != null) {
                throw new Wrong("there are two fields " + name, "write each once");
            }
        } while (isMore("}"));
        return new FieldType.Rec(fields);
    }

    /** After an element: true at a comma, false at the end. */
    private boolean isMore(String end) throws Wrong {
        String token = next();
        if (!token.equals(",") && !token.equals(end)) {
            throw new Wrong("found " + token + " in place of , or " + end, "write one of them");
        }
        return token.equals(",");
    }

    private FieldType named(String token) throws Wrong {
        String name = token.startsWith("$") ? token.substring(1) : token;
        FieldType type = named.get(name);
        if (type == null) {
            throw new Wrong(
                    token + " is not a type",
                    "write Int, Bool, Str, Set(T), Seq(T), <<T, U>>, { a: T }, Int -> T, Str -> T"
                            + " or the name of one of \"types\" further up");
        }
        return type;
    }

    /** The paths of the fields by which a set of records is ordered; none for other elements. */
    private static List<String> order(FieldType element) throws Wrong {
        if (element instanceof FieldType.Rec rec) {
            return paths(rec, "");
        }
        checkOrdered(element);
        return List.of();
    }

    private static List<String> paths(FieldType.Rec rec, String before) throws Wrong {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, FieldType> field : rec.fields().entrySet()) {
            String path = before + field.getKey();
            if (field.getValue() instanceof FieldType.Rec inner) {
                paths.addAll(paths(inner, path + "."));
            } else if (field.getValue() instanceof FieldType.Tuple) {
                throw unordered();
            } else {
                checkOrdered(field.getValue());
                paths.add(path);
            }
        }
        return paths;
    }

    private static void checkOrdered(FieldType type) throws Wrong {
        switch (type) {
            case FieldType.Number number -> { }
            case FieldType.Text text -> { }
            case FieldType.Tuple tuple -> {
                for (FieldType each : tuple.elements()) {
                    checkOrdered(each);
                }
            }
            default -> throw unordered();
        }
    }

    private static Wrong unordered() {
        return new Wrong(
                "the elements of this set have no order in which a trace could write them",
                "write a set of Int, of Str, of tuples of these, or of records of Int and Str");
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "the end";
    }

    private String next() throws Wrong {
        if (at == tokens.size()) {
            throw new Wrong("the type breaks off", "write it to its end");
        }
        return tokens.get(at++);
    }

    private void expect(String token) throws Wrong {
        String found = next();
        if (!found.equals(token)) {
            throw new Wrong("found " + found + " in place of " + token, "write " + token);
        }
    }
}
