package org.quittance.trace.format;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
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
    record Int(int value) implements Term {}

    /** A whole number of any size: the exact amounts of trace validation. */
    record Amount(BigInteger value) implements Term {}

    /** A string: a name of an action or of a kind, or a digest. */
    record Str(String value) implements Term {}

    /** TRUE or FALSE. */
    record Bool(boolean value) implements Term {}

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
    record Rec(Map<String, Term> fields) implements Term {
        /** Copies the fields. */
        public Rec {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
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
