package org.quittance.proofs.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.run.SideBySide;
import org.quittance.proofs.solver.Answer;
import org.quittance.proofs.solver.Solver;

/** Looks for the condition that notices each mutant. */
public final class MutantRunner {

    private final List<Solver> solvers;
    private final int limitMillis;

    /** These solvers, each with so much time for one question. */
    public MutantRunner(List<Solver> solvers, int limitMillis) {
        this.solvers = List.copyOf(solvers);
        this.limitMillis = limitMillis;
    }

    /**
     * What came of a mutant.
     *
     * @param killers for each solver the first condition that it found to fail; empty if it found
     *     none
     * @param open what kept a solver from a verdict: a condition that it has no answer to, though
     *     none fails; or empty
     */
    public record Verdict(String mutant, List<String> killers, String open) {
        /** Copies the list. */
        public Verdict {
            killers = List.copyOf(killers);
        }

        /** Did every solver find a condition that fails? */
        public boolean isKilled() {
            return killers.stream().noneMatch(String::isEmpty);
        }

        /** Did some solver find one? */
        public boolean isNoticed() {
            return !killers.stream().allMatch(String::isEmpty);
        }
    }

    /** One verdict for each mutant, in order. The solvers work side by side. */
    public List<Verdict> run(List<Mutant> mutants) {
        List<Callable<List<Found>>> work = new ArrayList<>();
        for (Solver solver : solvers) {
            work.add(() -> mutants.stream().map(mutant -> search(solver, mutant)).toList());
        }
        List<List<Found>> found = SideBySide.all(work);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < mutants.size(); i++) {
            int at = i;
            List<Found> of = found.stream().map(list -> list.get(at)).toList();
            verdicts.add(new Verdict(mutants.get(i).name(),
                    of.stream().map(Found::killer).toList(),
                    of.stream().map(Found::open).filter(open -> !open.isEmpty())
                            .findFirst().orElse("")));
        }
        return verdicts;
    }

    private record Found(String killer, String open) {}

    private Found search(Solver solver, Mutant mutant) {
        String open = "";
        for (Condition condition : mutant.candidates()) {
            Answer answer = solver.check(condition.script().text("", List.of()), limitMillis);
            if (answer.word().equals(Condition.SAT)) {
                return new Found(condition.name(), "");
            }
            if (answer.isOpen()) {
                open = solver.name() + " has no answer to " + condition.name() + ": "
                        + answer.word();
            }
        }
        return new Found("", open);
    }
}
