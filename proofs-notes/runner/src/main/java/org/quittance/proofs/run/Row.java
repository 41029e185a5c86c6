package org.quittance.proofs.run;

import java.util.List;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.solver.Answer;

/**
 * A condition and what came of it.
 *
 * @param answers of the solvers, in their order
 * @param possible for each of its hypotheses, what the solvers say of them
 * @param problem what is wrong, or empty
 */
public record Row(
        Condition condition, List<Answer> answers, List<List<Answer>> possible, String problem) {

    /** Copies the lists. */
    public Row {
        answers = List.copyOf(answers);
        possible = List.copyOf(possible);
    }

    /** All time that it took, in milliseconds. */
    public long millis() {
        long sum = answers.stream().mapToLong(Answer::millis).sum();
        for (List<Answer> of : possible) {
            sum += of.stream().mapToLong(Answer::millis).sum();
        }
        return sum;
    }

    /** What is wrong with these answers; empty if nothing is. */
    static String problem(
            Condition condition, List<String> solvers, List<Answer> answers,
            List<List<Answer>> possible, String fragment) {
        if (!fragment.isEmpty()) {
            return "it is outside the fragment " + condition.fragment() + ": " + fragment;
        }
        String wrong = wrong(condition.expected(), solvers, answers);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        for (List<Answer> of : possible) {
            String vacuous = wrong(Condition.SAT, solvers, of);
            if (!vacuous.isEmpty()) {
                return "its hypotheses: " + vacuous;
            }
        }
        return "";
    }

    private static String wrong(String expected, List<String> solvers, List<Answer> answers) {
        List<String> words = answers.stream().map(Answer::word).toList();
        for (int i = 0; i < words.size(); i++) {
            if (answers.get(i).isOpen()) {
                return solvers.get(i) + " has no answer: " + words.get(i);
            }
        }
        if (words.stream().distinct().count() > 1) {
            return "the solvers disagree: " + solvers + " say " + words;
        }
        return words.stream().allMatch(expected::equals)
                ? "" : "the answer is " + words.get(0) + " and should be " + expected;
    }
}
