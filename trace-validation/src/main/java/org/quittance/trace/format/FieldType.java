package org.quittance.trace.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a field of a header or of an event's args or post can be. */
public sealed interface FieldType {

    /** The largest number that a trace may have; the specs add one to some. */
    int MOST = Integer.MAX_VALUE - 1;

    /** A number from 0: an id, a height, a count. */
    FieldType INT = new Number(0, MOST);

    /** A whole number of 64 bits, exactly: money, a price, a quantity. */
    FieldType AMOUNT = new Exact(Long.MIN_VALUE);

    /** true or false. */
    FieldType FLAG = new Flag();

    /** A set of numbers, ascending. */
    FieldType INTS = new SetOf(INT);

    /** The values of consensus, which have blocks in them; a digest is one block in all of them. */
    enum Consensus implements FieldType {
        /** A number from 0. */
        VIEW,
        /** One block. */
        BLOCK,
        /** Blocks in order, from parent to child; the checks are the spec's. */
        PATH,
        /** One message. */
        MESSAGE,
        /** Messages in the order of signing. */
        QUEUE,
        /** A set of messages, sorted. */
        MESSAGES,
        /** One certificate. */
        CERTIFICATE,
        /** A set of certificates, sorted. */
        CERTIFICATES,
        /** A set of validators, ascending. */
        SIGNERS
    }

    /** true or false. */
    record Flag() implements FieldType {}

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

    /** 64 hexadecimal digits; people and TLC read a short name for them. */
    record Digest() implements FieldType {}

    /** A list, in order. */
    record Seq(FieldType element) implements FieldType {}

    /** A list for a set, strictly ascending. */
    record SetOf(FieldType element) implements FieldType {}

    /** A list in which each place has its own type. */
    record Tuple(List<FieldType> elements) implements FieldType {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /** An object with these fields. */
    record Rec(Map<String, FieldType> fields) implements FieldType {
        public Rec {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** An object for a function on numbers: its fields are the numbers, ascending. */
    record MapOf(FieldType value) implements FieldType {}

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
