package org.quittance.report;

/** Says what the marks of a picture are. */
final class Legend {

    private final Html html;

    private Legend(Html html) {
        this.html = html;
    }

    static Legend of(Html html) {
        html.open("ul", "class", "marks small");
        return new Legend(html);
    }

    Legend circle(String style, String text) {
        return entry(text, () -> html.leaf("circle", "class", style, "cx", "12", "cy", "8",
                "r", "4"));
    }

    Legend line(String style, String text) {
        return entry(text, () -> html.leaf("path", "class", style, "d", "M1,8H23"));
    }

    Legend diamond(String style, String text) {
        return entry(text, () -> html.leaf("path", "class", style, "d", "M12,2L18,8L12,14L6,8Z"));
    }

    Legend triangle(String style, boolean up, String text) {
        return entry(text, () -> html.leaf("path", "class", style, "d",
                up ? "M12,2L18,13L6,13Z" : "M12,14L18,3L6,3Z"));
    }

    Legend square(String style, String text) {
        return entry(text, () -> html.leaf("rect", "class", style, "x", "7", "y", "3",
                "width", "10", "height", "10"));
    }

    /** A mark with a letter in it. */
    Legend letter(String style, String letter, String text) {
        return entry(text, () -> {
            html.leaf("circle", "class", style, "cx", "12", "cy", "8", "r", "7.5");
            html.element("text", letter, "class", "on", "x", "12", "y", "8");
        });
    }

    Legend band(String style, String letter, String text) {
        return entry(text, () -> {
            html.leaf("rect", "class", style, "x", "1", "y", "1", "width", "22", "height", "14");
            html.element("text", letter, "class", "tick middle", "x", "12", "y", "12");
        });
    }

    private Legend entry(String text, Runnable shape) {
        html.open("li").open("svg", "class", "plot mark", "width", "24", "height", "16",
                "viewBox", "0 0 24 16", "aria-hidden", "true");
        shape.run();
        html.close().text(text).close();
        return this;
    }

    void close() {
        html.close();
    }
}
