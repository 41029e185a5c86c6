package org.quittance.transitions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model whose transitions the Java core is tested with.
 *
 * @param name of the corpus
 * @param module the root
 * @param kind of test that takes it, such as settlement
 * @param settings lines of the configuration by what they set
 */
record TransitionModel(String name, String module, String kind, Map<String, String> settings) {

    /** Where they are. */
    static final String FILE = "transitions.models";

    /**
     * All models, in the order of the file.
     *
     * @throws IOException if the file can't be read
     */
    static List<TransitionModel> all() throws IOException {
        try (InputStream in = TransitionModel.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not on the class path; build again");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Reads the text: see the file. */
    static List<TransitionModel> read(String text) throws IOException {
        Map<String, Map<String, String>> bases = new TreeMap<>();
        List<TransitionModel> models = new ArrayList<>();
        Map<String, String> settings = new TreeMap<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            String[] words = line.strip().split("\\s+");
            switch (words[0]) {
                case "", "#" -> { }
                case "base" -> {
                    settings = new TreeMap<>();
                    bases.put(words[1], settings);
                }
                case "model" -> {
                    Map<String, String> base = bases.get(words[3]);
                    if (base == null) {
                        throw new IOException(FILE + ":" + number + ": no base " + words[3]);
                    }
                    settings = new TreeMap<>(base);
                    models.add(new TransitionModel(words[1], words[2], words[3], settings));
                }
                default -> set(settings, line.strip());
            }
        }
        return models;
    }

    private static void set(Map<String, String> settings, String line) {
        for (String part : line.split("  +")) {
            String[] words = part.split(" ");
            boolean isConstant = words[1].equals("=") || words[1].equals("<-");
            settings.put(words[0], isConstant ? "CONSTANT " + part : part);
        }
    }

    /** The settings on one line. */
    String line() {
        return String.join("; ", settings.values());
    }

    /** The configuration for TLC. */
    String configuration() {
        return String.join("\n", settings.values()) + "\n";
    }
}
