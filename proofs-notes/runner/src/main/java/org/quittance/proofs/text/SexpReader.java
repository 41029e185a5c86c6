package org.quittance.proofs.text;

import java.util.ArrayList;
import java.util.List;

/** Takes text apart into S-expressions. Comments run from a semicolon to the end of the line. */
public final class SexpReader {

    private final String name;
    private final String text;
    private int at;
    private int line = 1;

    private SexpReader(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** An expression and the line that it begins on, from 1. */
    public record Placed(Sexp sexp, int line) {}

    /**
     * Reads all expressions.
     *
     * @param name of the text, for messages
     * @throws TextException if parentheses don't match
     */
    public static List<Placed> read(String name, String text) {
        SexpReader reader = new SexpReader(name, text);
        List<Placed> found = new ArrayList<>();
        reader.skip();
        while (reader.at < text.length()) {
            int line = reader.line;
            found.add(new Placed(reader.next(), line));
            reader.skip();
        }
        return found;
    }

    private Sexp next() {
        char first = text.charAt(at);
        if (first == ')') {
            throw new TextException(name, line, "there is a ) too many");
        }
        if (first == '(') {
            return sequence();
        }
        if (first == '"' || first == '|') {
            return quoted(first);
        }
        int from = at;
        while (at < text.length() && " \t\r\n();\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Sexp.atom(text.substring(from, at));
    }

    private Sexp sequence() {
        int opened = line;
        at++;
        List<Sexp> items = new ArrayList<>();
        skip();
        while (at < text.length() && text.charAt(at) != ')') {
            items.add(next());
            skip();
        }
        if (at == text.length()) {
            throw new TextException(name, opened, "this ( is never closed");
        }
        at++;
        return Sexp.seq(items);
    }

    private Sexp quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new TextException(name, line, "this " + quote + " is never closed");
        }
        String word = text.substring(at, end + 1);
        line += (int) word.chars().filter(c -> c == '\n').count();
        at = end + 1;
        return Sexp.atom(word);
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }
}
