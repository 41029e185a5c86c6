package org.quittance.report;

import java.util.ArrayList;
import java.util.List;

/** What a configuration of TLC has checked. */
final class Checked {

    private Checked() {}

    /** The names after INVARIANTS and PROPERTIES. */
    static List<String> properties(String config) {
        List<String> properties = new ArrayList<>();
        String section = "";
        for (String word : config.replaceAll("(?m)\\\\\\*.*$", "").split("\\s+")) {
            if (word.matches("[A-Z_]{4,}")) {
                section = word;
            } else if (section.matches("INVARIANTS?|PROPERTY|PROPERTIES")) {
                properties.add(word);
            }
        }
        return properties;
    }
}
