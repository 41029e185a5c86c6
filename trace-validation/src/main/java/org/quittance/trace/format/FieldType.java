package org.quittance.trace.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a field of a trace holds, and which value of TLA+ it stands for. */
public sealed interface FieldType {

    /** The largest number that a trace may have; the specs add one to some. */
    int MOST = Integer.MAX_VALUE - 1;

    /** A number from 0: an id, a height, a count. */
    FieldType INT = new Number(0, MOST);

    /** A whole number of 64 bits, exactly: money, a price, a quantity. */
    FieldType AMOUNT = new Exact(Long.MIN_VALUE);

    /** true or false. */
    FieldType FLAG = new Flag();

    /** 64 hexadecimal digits. */
    FieldType DIGEST = new Digest("");

    /** Any text. */
    FieldType TEXT = new Text();

    /** A set of numbers, ascending. */
    FieldType INTS = new SetOf(INT);

    /** A node of the trace. */
    FieldType NODE = new Node();

    /** true or false. */
    record Flag() implements FieldType {}

    /** The number of a node that the header lists. */
    record Node() implements FieldType {}

    /** A number of TLC, from least to most. */
    record Number(int least, int most) implements FieldType {}

    /** A whole number of 64 bits, from least. */
    record Exact(long least) implements FieldType {}

    /** One of these texts. */
    record OneOf(List<String> texts) implements FieldType {
        public OneOf {
            texts = List.copyOf(texts);
        }
    }

    /** A name in capitals, such as a reason; which there are is for the spec to say. */
    record Name() implements FieldType {}

    /** Any text but the empty one. */
    record Text() implements FieldType {}

    /**
     * 64 hexadecimal digits; people and TLC read a short name for them.
     *
     * @param none a text that may stand there instead; "" if none may
     */
    record Digest(String none) implements FieldType {}

    /** A list, in order. */
    record Seq(FieldType element) implements FieldType {}

    /**
     * A list for a set, strictly ascending.
     *
     * @param by of records the paths of the fields by which they are ordered, as "block.digest";
     *     empty if the elements have an order of their own
     */
    record SetOf(FieldType element, List<String> by) implements FieldType {
        public SetOf {
            by = List.copyOf(by);
        }

        /** Of elements that have an order of their own. */
        public SetOf(FieldType element) {
            this(element, List.of());
        }
    }

    /** A list in which each place has its own type. */
    record Tuple(List<FieldType> elements) implements FieldType {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /**
     * An object with these fields.
     *
     * @param key the name of a field, a digest, that stands for the whole: where it has the same
     *     value, so have all others; null if there is none
     */
    record Rec(Map<String, FieldType> fields, @Nullable String key) implements FieldType {
        public Rec {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** Without a key. */
        public Rec(Map<String, FieldType> fields) {
            this(fields, null);
        }
    }

    /** A field of a record that may be missing, and then stands for this value. */
    record Missing(FieldType value, Term otherwise) implements FieldType {}

    /** An object for a function on numbers: its fields are the numbers, ascending. */
    record MapOf(FieldType value) implements FieldType {}

    /** An object for a function on texts: its fields are the texts. */
    record TextMap(FieldType value) implements FieldType {}

    /**
     * What changed of a function on numbers: as {@link MapOf}, and null for an entry that is gone.
     * As a term it is a record of the entries "now" and the numbers "gone".
     */
    record Changes(FieldType value) implements FieldType {}

    /** The value, or null for none; as a term a sequence of one or of none. */
    record Optional(FieldType value) implements FieldType {}

    /** An object that names an action of these and has its arguments as its other fields. */
    record Command(List<Action> actions) implements FieldType {
        public Command {
            actions = List.copyOf(actions);
        }
    }

    /** Fields from names and types in turn. */
    static Map<String, FieldType> fields(Object... namesAndTypes) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (int k = 0; k < namesAndTypes.length; k += 2) {
            fields.put((String) namesAndTypes[k], (FieldType) namesAndTypes[k + 1]);
        }
        return fields;
    }
}
