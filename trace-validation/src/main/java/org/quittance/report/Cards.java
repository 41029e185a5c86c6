package org.quittance.report;

import java.util.List;

/**
 * A table of which narrow screens make cards, one for each row. A column whose head begins with #
 * has numbers. The first cell names the row.
 */
final class Cards {

    private static final String NUMBER = "#";

    private final Html html;
    private final List<String> heads;

    private Cards(Html html, String... heads) {
        this.html = html;
        this.heads = List.of(heads);
    }

    /** A table that shows once somebody opens it. */
    static Cards folded(Html html, String summary, String... heads) {
        html.open("details").element("summary", summary);
        return open(html, heads);
    }

    private static Cards open(Html html, String... heads) {
        Cards cards = new Cards(html, heads);
        html.open("table", "class", "cards", "role", "table");
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String head : heads) {
            html.element("th", name(head), "scope", "col", "role", "columnheader",
                    "class", style(head));
        }
        html.close().close().open("tbody", "role", "rowgroup");
        return cards;
    }

    Cards row(String... cells) {
        html.open("tr", "role", "row");
        for (int k = 0; k < cells.length; k++) {
            String head = heads.get(k);
            if (k == 0) {
                html.element("th", name(head) + " " + cells[k], "scope", "row",
                        "role", "rowheader");
            } else {
                html.element("td", cells[k], "data-label", name(head), "role", "cell",
                        "class", style(head));
            }
        }
        html.close();
        return this;
    }

    /** Ends the table. */
    void fold() {
        html.close().close().close();
    }

    private static String name(String head) {
        return head.startsWith(NUMBER) ? head.substring(1) : head;
    }

    private static String style(String head) {
        return head.startsWith(NUMBER) ? "number" : "";
    }
}
