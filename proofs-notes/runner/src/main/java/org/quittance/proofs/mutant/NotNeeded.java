package org.quittance.proofs.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.proofs.text.TextException;

/**
 * The list of what the proof does not need.
 *
 * @param reasons by the name of the mutant
 */
public record NotNeeded(Map<String, String> reasons) {

    /** Copies the map, which keeps its order. */
    public NotNeeded {
        reasons = new LinkedHashMap<>(reasons);
    }

    /**
     * Reads the list: mutant, tab, reason; a first line of titles.
     *
     * @throws IOException if it can't be read
     * @throws TextException if a line has no reason, or a mutant stands there twice
     */
    public static NotNeeded read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        String name = String.valueOf(file.getFileName());
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 2 || cells[1].isBlank()) {
                throw new TextException(name, i + 1, "a line is a mutant, a tab and a reason");
            }
            if (reasons.put(cells[0], cells[1]) != null) {
                throw new TextException(name, i + 1, cells[0] + " is there twice");
            }
        }
        return new NotNeeded(reasons);
    }

    /**
     * What is wrong with the verdicts, given this list.
     *
     * @param mutants the names of all that there are, whether they were run or not
     */
    public List<String> problems(List<MutantRunner.Verdict> verdicts, List<String> mutants) {
        List<String> problems = new ArrayList<>();
        for (MutantRunner.Verdict verdict : verdicts) {
            boolean listed = reasons.containsKey(verdict.mutant());
            if (!verdict.open().isEmpty()) {
                problems.add("mutant " + verdict.mutant() + ": " + verdict.open());
            } else if (listed && verdict.isNoticed()) {
                problems.add("not-needed.tsv lists " + verdict.mutant()
                        + ", which is needed: " + verdict.killers());
            } else if (!listed && !verdict.isKilled()) {
                problems.add("mutant " + verdict.mutant() + " is alive: "
                        + (verdict.isNoticed() ? "only one solver notices, by " + verdict.killers()
                                : "the proof holds without it"));
            }
        }
        for (String name : reasons.keySet()) {
            if (!mutants.contains(name)) {
                problems.add("not-needed.tsv lists " + name + ", which there is not");
            }
        }
        return problems;
    }
}
