package org.quittance.report;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A drawing as SVG in the page, that needs no script. It is drawn twice, for wide and for narrow
 * screens, of which one shows; so letters have the same size on both. Who can't see it has its
 * description, and the table that stands below every picture.
 */
final class Picture {

    /** How wide a mark with a letter in it is. */
    static final double MARK = 16;

    private static final int WIDE = 960;
    private static final int NARROW = 320;

    /** Between axis and left edge. */
    private static final int LEFT = 62;
    private static final int RIGHT = 14;

    private final Html html;
    private final int width;
    private final int height;

    private Picture(Html html, int width, int height) {
        this.html = html;
        this.width = width;
        this.height = height;
    }

    /**
     * Draws a picture.
     *
     * @param description what it shows, for who can't see it
     * @param height how tall it is, asked with whether the screen is narrow
     */
    static void write(
            Html html, String description, ToIntFunction<Boolean> height, Consumer<Picture> draw) {
        html.open("div", "class", "plots");
        for (boolean narrow : new boolean[] {false, true}) {
            int width = narrow ? NARROW : WIDE;
            int tall = height.applyAsInt(narrow);
            html.open("svg", "class", narrow ? "plot narrow" : "plot", "role", "img",
                    "aria-label", description, "viewBox", "0 0 " + width + " " + tall);
            draw.accept(new Picture(html, width, tall));
            html.close();
        }
        html.close();
    }

    boolean isNarrow() {
        return width == NARROW;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int left() {
        return LEFT;
    }

    int right() {
        return width - RIGHT;
    }

    /** The scale of heights of blocks from left to right. */
    Scale heights(int first, int last) {
        return new Scale(
                first - 0.5, Math.max(last, first + 1) + 0.5, LEFT, (double) width - RIGHT);
    }

    /** The axis of heights, with its line at y and its numbers below. */
    void heightAxis(Scale x, double y) {
        line("axis", LEFT, y, width - (double) RIGHT, y);
        for (long tick : x.ticks(isNarrow() ? 5 : 12)) {
            if (tick > 0) {
                line("axis", x.at(tick), y, x.at(tick), y + 4);
                text("tick middle", x.at(tick), y + 16, String.valueOf(tick));
            }
        }
        text("tick end", LEFT - 8.0, y + 16, "block");
    }

    /** Lines across at round amounts, with the amounts at the left. */
    void amountAxis(Scale y, int atMost) {
        for (long tick : y.ticks(atMost)) {
            line("grid", LEFT, y.at(tick), width - (double) RIGHT, y.at(tick));
            text("tick end", LEFT - 6.0, y.at(tick) + 4, Words.brief(tick));
        }
    }

    Picture line(String style, double x1, double y1, double x2, double y2) {
        html.leaf("line", "class", style, "x1", of(x1), "y1", of(y1), "x2", of(x2), "y2", of(y2));
        return this;
    }

    Picture rect(String style, double x, double y, double w, double h) {
        html.leaf("rect", "class", style, "x", of(x), "y", of(y), "width", of(Math.max(0, w)),
                "height", of(Math.max(0, h)));
        return this;
    }

    Picture circle(String style, double x, double y, double r) {
        html.leaf("circle", "class", style, "cx", of(x), "cy", of(y), "r", of(r));
        return this;
    }

    Picture path(String style, String d) {
        html.leaf("path", "class", style, "d", d);
        return this;
    }

    Picture diamond(String style, double x, double y, double r) {
        return path(style, "M" + of(x) + "," + of(y - r) + "L" + of(x + r) + "," + of(y) + "L"
                + of(x) + "," + of(y + r) + "L" + of(x - r) + "," + of(y) + "Z");
    }

    /** A triangle with a point up, or down. */
    Picture triangle(String style, double x, double y, double r, boolean up) {
        double tip = up ? y - r : y + r;
        double base = up ? y + r * 0.8 : y - r * 0.8;
        return path(style, "M" + of(x) + "," + of(tip) + "L" + of(x + r) + "," + of(base) + "L"
                + of(x - r) + "," + of(base) + "Z");
    }

    Picture square(String style, double x, double y, double r) {
        return rect(style, x - r, y - r, 2 * r, 2 * r);
    }

    Picture text(String style, double x, double y, String text) {
        html.element("text", text, "class", style, "x", of(x), "y", of(y));
        return this;
    }

    /** Shapes that belong together, with words that show when one points at them. */
    Picture titled(String title, Runnable shapes) {
        html.open("g").element("title", title);
        shapes.run();
        html.close();
        return this;
    }

    static String of(double coordinate) {
        String text = String.format(Locale.ROOT, "%.1f", coordinate);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
