package org.quittance.proofs.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.condition.Script;
import org.quittance.proofs.fragment.Fragment;
import org.quittance.proofs.solver.Answer;
import org.quittance.proofs.solver.Solver;

/** Puts all conditions to all solvers, which work side by side. */
public final class Runner {

    private final List<Solver> solvers;
    private final int limitMillis;

    /** These solvers, each with so much time for one question. */
    public Runner(List<Solver> solvers, int limitMillis) {
        this.solvers = List.copyOf(solvers);
        this.limitMillis = limitMillis;
    }

    /** One row for each condition, in order. */
    public List<Row> run(List<Condition> conditions) {
        Set<String> questions = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            questions.add(question(condition.script()));
            condition.hypotheses().forEach(script -> questions.add(question(script)));
        }
        List<Callable<Map<String, Answer>>> work = new ArrayList<>();
        for (Solver solver : solvers) {
            work.add(() -> {
                Map<String, Answer> answers = new HashMap<>();
                for (String question : questions) {
                    answers.put(question, solver.check(question, limitMillis));
                }
                return answers;
            });
        }
        List<Map<String, Answer>> answers = SideBySide.all(work);
        return conditions.stream().map(condition -> row(condition, answers)).toList();
    }

    private Row row(Condition condition, List<Map<String, Answer>> answers) {
        List<Answer> of = of(condition.script(), answers);
        List<List<Answer>> possible =
                condition.hypotheses().stream().map(script -> of(script, answers)).toList();
        List<String> names = solvers.stream().map(Solver::name).toList();
        String fragment = Fragment.named(condition.fragment()).problem(condition.script());
        return new Row(condition, of, possible,
                Row.problem(condition, names, of, possible, fragment));
    }

    private static List<Answer> of(Script script, List<Map<String, Answer>> answers) {
        String question = question(script);
        return answers.stream()
                .map(map -> map.getOrDefault(question, new Answer(Answer.UNKNOWN, 0))).toList();
    }

    private static String question(Script script) {
        return script.text("", List.of());
    }
}
