package org.quittance.proofs.run;

import java.util.ArrayList;
import java.util.List;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.mutant.Mutant;
import org.quittance.proofs.mutant.MutantMaker;
import org.quittance.proofs.mutant.MutantRunner;
import org.quittance.proofs.mutant.MutantRunner.Verdict;
import org.quittance.proofs.mutant.NotNeeded;
import org.quittance.proofs.solver.Solver;

/** A proof, solvers, and how much of it all to do. */
public final class Session {

    /** Which mutants to run. */
    public enum Mutants {
        /** None. */
        NONE,
        /** Guards, axioms and invariants dropped. */
        EVERYDAY,
        /** Besides, premises and cases of invariants dropped, and "every" made "some". */
        ALL
    }

    private final List<Solver> solvers;
    private final int limitMillis;

    /** With these solvers, each with so much time for one question. */
    public Session(List<Solver> solvers, int limitMillis) {
        this.solvers = List.copyOf(solvers);
        this.limitMillis = limitMillis;
    }

    /** Runs it. */
    public Report run(Proof proof, Mutants which, NotNeeded list) {
        List<Condition> conditions = proof.conditions();
        List<Row> rows = new Runner(solvers, limitMillis).run(conditions);
        List<String> problems = new ArrayList<>(Coverage.problems(proof, conditions));
        List<Verdict> verdicts = List.of();
        // Mutants of a proof that does not hold tell nothing.
        boolean holds = rows.stream().allMatch(row -> row.problem().isEmpty());
        if (which != Mutants.NONE && holds) {
            List<Mutant> due = MutantMaker.mutants(proof, which == Mutants.ALL);
            verdicts = new MutantRunner(solvers, limitMillis).run(due);
            List<String> names = MutantMaker.mutants(proof, true).stream()
                    .map(Mutant::name).toList();
            problems.addAll(list.problems(verdicts, names));
        }
        return new Report(
                solvers.stream().map(Solver::name).toList(), rows, verdicts, problems);
    }
}
