package org.quittance.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text of parts of modules, by which reports name them: lines change their numbers. */
public final class SpecText {

    private static final int LONGEST = 100;

    private final List<Path> library;
    private final Map<String, List<String>> sources = new HashMap<>();

    /**
     * A reader of modules.
     *
     * @param library the folders in which they are
     */
    public SpecText(List<Path> library) {
        this.library = library;
    }

    /** A part of a module on one line, without its comments; lines and columns count from 1. */
    public String of(String module, int beginLine, int beginColumn, int endLine, int endColumn) {
        List<String> source = sources.computeIfAbsent(module, this::read);
        StringBuilder text = new StringBuilder();
        for (int number = beginLine; number <= endLine && number <= source.size(); number++) {
            String line = source.get(number - 1);
            int begin = number == beginLine ? beginColumn - 1 : 0;
            int end = number == endLine ? Math.min(endColumn, line.length()) : line.length();
            text.append(line, Math.min(begin, end), end).append('\n');
        }
        String plain =
                text.toString().replaceAll("\\\\\\*[^\n]*", "").replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }

    private List<String> read(String module) {
        for (Path folder : library) {
            Path file = folder.resolve(module + ".tla");
            if (Files.exists(file)) {
                try {
                    return Files.readAllLines(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return List.of();
    }
}
