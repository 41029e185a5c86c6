package org.quittance.proofs.solver;

import io.github.cvc5.Command;
import io.github.cvc5.InputParser;
import io.github.cvc5.SymbolManager;
import io.github.cvc5.TermManager;
import io.github.cvc5.modes.InputLanguage;

/** cvc5, in this process. It looks for finite models, which these questions have if any. */
public final class Cvc5 implements Solver {

    /**
     * Loads it.
     *
     * @throws SolverException if that fails
     */
    public Cvc5() {
        try {
            new TermManager().deletePointer();
        } catch (LinkageError | RuntimeException e) {
            throw SolverException.absent(name(), e);
        }
    }

    @Override
    public String name() {
        return "cvc5";
    }

    @Override
    public Answer check(String text, int limitMillis) {
        long from = System.nanoTime();
        TermManager terms = new TermManager();
        io.github.cvc5.Solver solver = new io.github.cvc5.Solver(terms);
        SymbolManager symbols = new SymbolManager(terms);
        InputParser parser = new InputParser(solver, symbols);
        try {
            solver.setOption("tlimit-per", Integer.toString(limitMillis));
            if (text.contains("(set-logic UF)")) {
                solver.setOption("finite-model-find", "true");
            }
            String word = run(text, solver, symbols, parser);
            long millis = (System.nanoTime() - from) / 1_000_000;
            return new Answer(answer(word), millis);
        } catch (Exception e) {
            // Native code throws its checked CVC5ParserException where none is declared.
            throw SolverException.rejected(name(), e);
        } finally {
            parser.deletePointer();
            symbols.deletePointer();
            solver.deletePointer();
            terms.deletePointer();
        }
    }

    /** It says why it does not know: {@code unknown (TIMEOUT)}. */
    private static String answer(String word) {
        if (!word.startsWith(Answer.UNKNOWN)) {
            return word;
        }
        return word.contains("TIMEOUT") ? Answer.TIME_OUT : Answer.UNKNOWN;
    }

    private static String run(
            String text, io.github.cvc5.Solver solver, SymbolManager symbols, InputParser parser) {
        parser.setStringInput(InputLanguage.SMT_LIB_2_6, text, "condition");
        StringBuilder said = new StringBuilder();
        while (true) {
            Command command = parser.nextCommand();
            if (command.isNull()) {
                return said.toString().strip();
            }
            said.append(command.invoke(solver, symbols));
        }
    }
}
