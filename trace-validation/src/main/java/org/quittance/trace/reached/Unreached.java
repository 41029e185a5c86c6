package org.quittance.trace.reached;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operands of specs that need not be reached, each with the reason. */
public final class Unreached {

    private static final int CELLS = 5;

    /** The reasons, by what {@link #key} gives. */
    private final Map<String, String> reasons;

    private Unreached(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /**
     * Reads a list: spec, module, operator, operand and reason on each line, with tabs between.
     * Lines that begin with # are for people.
     *
     * @throws IOException if it can't be read, or a line is not one; its message is for people
     */
    public static Unreached read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.size() != CELLS || cells.stream().anyMatch(String::isBlank)) {
                throw new IOException(file + ":" + number + ": write spec, module, operator,"
                        + " operand and reason, with tabs between");
            }
            String key = String.join("\t", cells.subList(0, CELLS - 1));
            if (reasons.put(key, cells.getLast()) != null) {
                throw new IOException(file + ":" + number + ": listed twice; remove one");
            }
        }
        return new Unreached(reasons);
    }

    private static String key(String spec, Operand operand) {
        return String.join("\t", spec, operand.module(), operand.operator(), operand.text());
    }

    /**
     * What is wrong, one line each: what is not reached and not listed, what is listed and reached,
     * and what is listed and does not exist.
     *
     * @param reached all operands of a spec, and whether they were reached
     */
    public List<String> problems(String spec, Map<Operand, Boolean> reached) {
        List<String> problems = new ArrayList<>();
        Map<String, Operand> operands = new LinkedHashMap<>();
        reached.forEach((operand, is) -> {
            String key = key(spec, operand);
            operands.put(key, operand);
            boolean isListed = reasons.containsKey(key);
            if (!is && !isListed) {
                problems.add(spec + ": " + operand.name() + " (module " + operand.module() + ") "
                        + operand.kind().complaint() + " by an accepted trace");
            } else if (is && isListed) {
                problems.add(spec + ": " + operand.name() + " (module " + operand.module()
                        + ") is reached, though it is listed: remove the line");
            }
        });
        for (String listed : reasons.keySet()) {
            if (listed.startsWith(spec + "\t") && !operands.containsKey(listed)) {
                problems.add(listed.replace("\t", " ") + ": the spec has no such operand; correct"
                        + " or remove the line");
            }
        }
        return problems;
    }
}
