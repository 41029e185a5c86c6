package org.quittance.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.quittance.proofs.mutant.NotNeeded;
import org.quittance.proofs.run.Proof;
import org.quittance.proofs.run.Report;
import org.quittance.proofs.run.Session;
import org.quittance.proofs.run.Session.Mutants;
import org.quittance.proofs.solver.Answer;
import org.quittance.proofs.solver.Cvc5;
import org.quittance.proofs.solver.Solver;
import org.quittance.proofs.solver.Z3;

/** A proof of a few lines that holds, for tests to break. */
public final class Tiny {

    /** Where the real one is. */
    public static final Path FOLDER = Path.of("../smt");

    /** Only good nodes vote, and nobody votes twice at once. */
    public static final String TEXT = """
            (sort Node)
            (fixed good (Node))
            (state voted (Node))
            (state counted (Node))
            (axiom SomebodyIsGood (exists ((n Node)) (good n)))
            (init NobodyVoted (forall ((n Node)) (not (voted n))))
            (action Vote ((i Node))
              (guard good (good i))
              (guard once (not (voted i)))
              (set voted ((n Node)) (or (voted n) (= n i))))
            (action Count ((i Node))
              (guard voted (voted i))
              (set counted ((n Node)) (or (counted n) (= n i))))
            (invariant OnlyGoodVote (forall ((n Node)) (=> (voted n) (good n))))
            (property NoBadVote (forall ((n Node)) (=> (not (good n)) (not (voted n)))))
            (layer tiny
              (shows "That it works.")
              (fragment epr)
              (sees voted)
              (axioms)
              (assumes)
              (inductive OnlyGoodVote)
              (implies NoBadVote)
              (actions Vote)
              (stutters Count))
            """;

    /** What is not needed of it. */
    public static final NotNeeded LIST = new NotNeeded(Map.of(
            "guard Vote.once", "To vote again changes nothing.",
            "guard Count.voted", "Nothing is said of what is counted."));

    private Tiny() {}

    /** The proof of that text. */
    public static Proof proof(String text) {
        try {
            Path folder = Files.createTempDirectory("proof-");
            Files.writeString(folder.resolve("01-tiny.smt"), text);
            return Proof.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of it with both solvers. */
    public static Report run(String text, Mutants mutants, NotNeeded list) {
        return new Session(solvers(), 10_000).run(proof(text), mutants, list);
    }

    /** What is wrong with it, mutants aside. */
    public static List<String> failures(String text) {
        return run(text, Mutants.NONE, LIST).failures();
    }

    /** Both solvers. */
    public static List<Solver> solvers() {
        return List.of(new Z3(), new Cvc5());
    }

    /** A solver that says one thing whatever it is asked. */
    public static Solver parrot(String name, String word) {
        return new Solver() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer check(String text, int limitMillis) {
                return new Answer(word, 0);
            }
        };
    }
}
