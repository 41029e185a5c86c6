package org.quittance.proofs.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.condition.Script;
import org.quittance.proofs.mutant.MutantRunner.Verdict;
import org.quittance.proofs.solver.Counterexample;

/**
 * All that came of a run.
 *
 * @param solvers their names
 * @param verdicts on mutants; none if none were run
 * @param problems what is wrong, beside what the rows say
 */
public record Report(
        List<String> solvers, List<Row> rows, List<Verdict> verdicts, List<String> problems) {

    private static final int LIMIT_FOR_TABLES = 5_000;

    /** Copies the lists. */
    public Report {
        solvers = List.copyOf(solvers);
        rows = List.copyOf(rows);
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
    }

    /** One line for each thing that is wrong, and nothing else. */
    public List<String> failures() {
        List<String> all = new ArrayList<>();
        for (Row row : rows) {
            if (!row.problem().isEmpty()) {
                all.add(row.condition().name() + ": " + row.problem());
            }
        }
        all.addAll(problems);
        return all;
    }

    /** The table. */
    public List<String> table() {
        return Table.lines(solvers, rows);
    }

    /** For each unsat condition that has a model, the model. */
    public List<String> counterexamples() {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.condition().expected().equals(Condition.UNSAT)
                    && row.answers().stream().anyMatch(a -> a.word().equals(Condition.SAT))) {
                Script script = row.condition().script();
                lines.add("counterexample to " + row.condition().name() + ":");
                lines.addAll(Counterexample.lines(script, LIMIT_FOR_TABLES));
            }
        }
        return lines;
    }

    /**
     * Writes the results as JSON.
     *
     * @throws IOException if that fails
     */
    public void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode conditions = root.putArray("conditions");
        for (Row row : rows) {
            ObjectNode node = conditions.addObject()
                    .put("layer", row.condition().layer())
                    .put("action", row.condition().action())
                    .put("goal", row.condition().goal())
                    .put("expected", row.condition().expected())
                    .put("fragment", row.condition().fragment())
                    .put("hypotheses", row.possible().size())
                    .put("problem", row.problem());
            for (int i = 0; i < solvers.size(); i++) {
                node.putObject(solvers.get(i)).put("answer", row.answers().get(i).word())
                        .put("millis", row.answers().get(i).millis());
            }
        }
        ArrayNode mutants = root.putArray("mutants");
        for (Verdict verdict : verdicts) {
            ObjectNode node = mutants.addObject().put("mutant", verdict.mutant())
                    .put("killed", verdict.isKilled());
            for (int i = 0; i < solvers.size(); i++) {
                node.put(solvers.get(i), verdict.killers().get(i));
            }
        }
        ArrayNode wrong = root.putArray("failures");
        failures().forEach(wrong::add);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }
}
