package org.quittance.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML that is also well-formed XML. All text and all attributes pass through {@link
 * #escape}; only {@link #ownCode} does not, and that takes this program's own resources.
 */
final class Html {

    private static final Set<String> VOID = Set.of("meta", "br", "input", "wbr");

    /** A line break after one of these would show as a space. */
    private static final Set<String> INLINE = Set.of("a", "span", "strong", "label", "text");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; the attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int k = 0; k < attributes.length; k += 2) {
            out.append(' ').append(attributes[k]).append("=\"")
                    .append(escape(attributes[k + 1])).append('"');
        }
        if (VOID.contains(tag)) {
            out.append(" />");
        } else {
            out.append('>');
            open.push(tag);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append(INLINE.contains(tag) ? ">" : ">\n");
        return this;
    }

    /** An element with nothing in it, such as a shape of a drawing. */
    Html leaf(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int k = 0; k < attributes.length; k += 2) {
            out.append(' ').append(attributes[k]).append("=\"")
                    .append(escape(attributes[k + 1])).append('"');
        }
        out.append("/>");
        return this;
    }

    /** Text, whatever characters it has. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** A name like NoHonestEvidence, which may be broken before each of its words. */
    Html name(String name) {
        String[] words = name.split("(?<=[a-z0-9])(?=[A-Z])");
        for (int k = 0; k < words.length; k++) {
            (k == 0 ? this : open("wbr")).text(words[k]);
        }
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A style or script of this program, as it is. */
    Html ownCode(String code) {
        if (code.contains("</")) {
            throw new IllegalArgumentException("this code would end its own element");
        }
        out.append('\n').append(code);
        return this;
    }

    /** JSON inside a script element: the characters that HTML could see are written as \\uXXXX. */
    Html json(String json) {
        out.append(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
        return this;
    }

    /** The page; everything opened must be closed. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    /** The text with the characters that mean something in HTML replaced. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Not allowed in XML, and of no use in HTML: control characters and lone surrogates. */
    private static boolean isAllowed(int c) {
        return c == '\n' || c == '\t' || c >= ' ' && c != 0x7F && (c < 0xD800 || c > 0xDFFF)
                && c != 0xFFFE && c != 0xFFFF;
    }
}
