package org.quittance.proofs.solver;

import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import java.util.Map;

/** Z3, in this process. */
public final class Z3 implements Solver {

    /**
     * Loads it.
     *
     * @throws SolverException if that fails
     */
    public Z3() {
        try (Context context = new Context()) {
            context.mkTrue();
        } catch (LinkageError | RuntimeException e) {
            throw SolverException.absent(name(), e);
        }
    }

    @Override
    public String name() {
        return "z3";
    }

    @Override
    public Answer check(String text, int limitMillis) {
        long from = System.nanoTime();
        try (Context context = new Context(Map.of("model", "false"))) {
            com.microsoft.z3.Solver solver = solver(context, text, limitMillis);
            Status status = solver.check();
            long millis = (System.nanoTime() - from) / 1_000_000;
            return new Answer(word(status, solver.getReasonUnknown()), millis);
        } catch (Z3Exception e) {
            throw SolverException.rejected(name(), e);
        }
    }

    static com.microsoft.z3.Solver solver(Context context, String text, int limitMillis) {
        com.microsoft.z3.Solver solver = context.mkSolver();
        Params params = context.mkParams();
        params.add("timeout", limitMillis);
        solver.setParameters(params);
        solver.fromString(text);
        return solver;
    }

    private static String word(Status status, String reason) {
        return switch (status) {
            case SATISFIABLE -> "sat";
            case UNSATISFIABLE -> "unsat";
            case UNKNOWN -> reason.contains("timeout") || reason.contains("canceled")
                    ? Answer.TIME_OUT : Answer.UNKNOWN;
        };
    }
}
