package org.quittance.proofs.correspondence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quittance.proofs.text.TextException;

/**
 * The table that pairs parts of the specs with parts of the proof. A part that has no partner has
 * a reason.
 */
public record Correspondence(String name, List<Pair> pairs) {

    private static final int CELLS = 6;
    private static final Set<String> HOW = Set.of(
            "same", "weaker", "abstracted", "stuttering", "typing", "proof only");

    /** Copies the list. */
    public Correspondence {
        pairs = List.copyOf(pairs);
    }

    /**
     * One line of the table.
     *
     * @param spec the part of the specs; its place is empty if there is none
     * @param proof the part of the proof; its place is empty if there is none
     * @param how same, weaker (the proof allows more), abstracted (the proof has no such thing),
     *     stuttering (it changes nothing there), typing (what things are), or proof only
     * @param reason in words; may be empty where they are the same
     */
    public record Pair(Part spec, Part proof, String how, String reason) {}

    /**
     * Reads a table.
     *
     * @throws IOException if it can't be read
     * @throws TextException if a line is not right
     */
    public static Correspondence read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        List<String> lines = Files.readAllLines(file);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != CELLS || !HOW.contains(cells[4])) {
                throw new TextException(name, i + 1, "a line has 6 cells, of which the fifth is "
                        + "one of " + HOW.stream().sorted().toList());
            }
            boolean alone = cells[0].isEmpty() || cells[2].isEmpty();
            if (cells[5].isBlank() && (alone || !cells[4].equals("same"))) {
                throw new TextException(name, i + 1, "there is no reason");
            }
            pairs.add(new Pair(new Part(cells[0], cells[1]), new Part(cells[2], cells[3]),
                    cells[4], cells[5]));
        }
        return new Correspondence(name, pairs);
    }

    /** One line for each part that the table lacks, and for each that is no more. */
    public List<String> problems(Set<Part> specs, Set<Part> proofs) {
        List<String> problems = new ArrayList<>();
        compare("the specs", specs, pairs.stream().map(Pair::spec).toList(), problems);
        compare("the proof", proofs, pairs.stream().map(Pair::proof).toList(), problems);
        return problems;
    }

    private void compare(
            String side, Set<Part> parts, List<Part> listed, List<String> problems) {
        Set<Part> told = new LinkedHashSet<>(listed);
        told.removeIf(part -> part.at().isEmpty());
        Set<Part> missing = new LinkedHashSet<>(parts);
        missing.removeAll(told);
        for (Part part : missing) {
            problems.add(name + " lacks a part of " + side + ": " + part.at() + ": "
                    + part.text());
        }
        told.removeAll(new HashSet<>(parts));
        for (Part part : told) {
            problems.add(name + " has what is not in " + side + ": " + part.at() + ": "
                    + part.text());
        }
    }
}
