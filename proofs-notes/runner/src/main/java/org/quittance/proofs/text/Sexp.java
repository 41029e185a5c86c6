package org.quittance.proofs.text;

import java.util.List;
import java.util.stream.Collectors;

/** An S-expression, which is what SMT-LIB is made of. */
public sealed interface Sexp {

    /** A word: a name or a number. */
    record Atom(String text) implements Sexp {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Expressions in parentheses. */
    record Seq(List<Sexp> items) implements Sexp {
        /** Copies the list. */
        public Seq {
            items = List.copyOf(items);
        }

        @SuppressWarnings("keyfor:purity.call")
        @Override
        public String toString() {
            return items.stream().map(Sexp::toString).collect(Collectors.joining(" ", "(", ")"));
        }
    }

    /** A word. */
    static Sexp atom(String text) {
        return new Atom(text);
    }

    /** Expressions in parentheses. */
    static Sexp seq(List<? extends Sexp> items) {
        return new Seq(List.copyOf(items));
    }

    /** An operator applied to arguments. */
    static Sexp apply(String operator, Sexp... arguments) {
        List<Sexp> items = new java.util.ArrayList<>();
        items.add(atom(operator));
        items.addAll(List.of(arguments));
        return new Seq(items);
    }

    /** The conjunction, without words where they aren't needed. */
    static Sexp and(List<Sexp> parts) {
        return switch (parts.size()) {
            case 0 -> atom("true");
            case 1 -> parts.get(0);
            default -> {
                List<Sexp> items = new java.util.ArrayList<>(List.of(atom("and")));
                items.addAll(parts);
                yield new Seq(items);
            }
        };
    }

    /** The items of this expression; a word has none. */
    default List<Sexp> parts() {
        return this instanceof Seq seq ? seq.items() : List.of();
    }

    /** Is this an application of that operator, or a command of that name? */
    default boolean is(String operator) {
        return this instanceof Seq seq
                && !seq.items().isEmpty()
                && seq.items().get(0) instanceof Atom head
                && head.text().equals(operator);
    }

    /** The word that an application begins with, or this word; empty if it begins with neither. */
    default String head() {
        return switch (this) {
            case Atom word -> word.text();
            case Seq seq -> seq.items().isEmpty() || !(seq.items().get(0) instanceof Atom word)
                    ? ""
                    : word.text();
        };
    }
}
