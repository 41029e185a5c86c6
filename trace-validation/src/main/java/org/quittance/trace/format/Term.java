package org.quittance.trace.format;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A constant value of TLA+, as far as traces need one. It is built once from JSON and then becomes
 * text for a module or a value of TLC's evaluator.
 */
public sealed interface Term {

    /** A number; TLC's have 32 bits. */
    record Int(int value) implements Term {

        private static final int SMALL = 256;
        private static final Int[] FIRST = new Int[SMALL];

        static {
            for (int k = 0; k < SMALL; k++) {
                FIRST[k] = new Int(k);
            }
        }

        /** The number; small ones are made once. */
        public static Int of(int value) {
            return 0 <= value && value < SMALL ? FIRST[value] : new Int(value);
        }
    }

    /** A whole number of any size: the exact amounts of trace validation. */
    record Amount(BigInteger value) implements Term {}

    /** A string: a name of an action or of a kind. */
    record Str(String value) implements Term {}

    /** 64 hexadecimal digits; in TLA+ a string, and shorter. */
    record Digest(String value) implements Term {}

    /** TRUE or FALSE. */
    record Bool(boolean value) implements Term {
        /** TRUE. */
        public static final Bool TRUE = new Bool(true);
        /** FALSE. */
        public static final Bool FALSE = new Bool(false);
    }

    /** A sequence. */
    record Tuple(List<Term> elements) implements Term {
        /** Copies the elements. */
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /** A finite set, its elements in the order of the trace. */
    record SetOf(List<Term> elements) implements Term {
        /** Copies the elements. */
        public SetOf {
            elements = List.copyOf(elements);
        }
    }

    /** A record; the order of its fields is kept for people only. */
    record Rec(Fields fields) implements Term {
        /** With these fields, in their order. */
        public Rec(Map<String, Term> fields) {
            this(Fields.copyOf(fields));
        }

    }

    /** A function on a finite set of numbers. */
    record Fun(SortedMap<Integer, Term> entries) implements Term {
        /** Copies the entries. */
        public Fun {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }
    }
}
