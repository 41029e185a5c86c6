package org.quittance.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The little that the runner must know of a configuration of TLC.
 *
 * @param invariants the names under INVARIANT and INVARIANTS, in their order
 * @param properties the names under PROPERTY and PROPERTIES, in their order
 */
record TlcConfig(List<String> invariants, List<String> properties) {

    private static final Set<String> SECTIONS =
            Set.of(
                    "CONSTANT",
                    "CONSTANTS",
                    "INIT",
                    "NEXT",
                    "SPECIFICATION",
                    "INVARIANT",
                    "INVARIANTS",
                    "PROPERTY",
                    "PROPERTIES",
                    "CONSTRAINT",
                    "CONSTRAINTS",
                    "ACTION_CONSTRAINT",
                    "ACTION_CONSTRAINTS",
                    "ACTION-CONSTRAINT",
                    "ACTION-CONSTRAINTS",
                    "SYMMETRY",
                    "VIEW",
                    "TYPE",
                    "TYPE_CONSTRAINT",
                    "ALIAS",
                    "POSTCONDITION",
                    "CHECK_DEADLOCK");

    static TlcConfig read(Path file) throws IOException {
        String text =
                Files.readString(file)
                        .replaceAll("(?s)\\(\\*.*?\\*\\)", " ")
                        .replaceAll("\\\\\\*[^\n]*", " ");
        List<String> invariants = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        String section = "";
        for (String word : text.strip().split("[\\s,]+")) {
            if (SECTIONS.contains(word)) {
                section = word;
            } else if (section.startsWith("INVARIANT")) {
                invariants.add(word);
            } else if (section.startsWith("PROPERT")) {
                properties.add(word);
            }
        }
        return new TlcConfig(List.copyOf(invariants), List.copyOf(properties));
    }

    /** All that is checked, by name. */
    List<String> all() {
        return Stream.concat(invariants.stream(), properties.stream()).toList();
    }
}
