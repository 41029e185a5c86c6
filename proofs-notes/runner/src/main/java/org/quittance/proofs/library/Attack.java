package org.quittance.proofs.library;

import java.util.List;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms.Variable;

/**
 * A run written out step by step that does harm if one guard is missing.
 *
 * @param shows what, in words
 * @param axioms the names of those that it uses
 * @param without the action and guard, or the axiom, that must be missing for it
 * @param names of constants that are no parameters of its steps
 * @param with what is fixed at the start: about its constants
 * @param run the steps: actions with the names of their parameters
 * @param goal what is true in the end
 */
public record Attack(
        String name, String shows, List<String> axioms, String without,
        List<Variable> names, List<Sexp> with, List<Sexp> run, Sexp goal) {

    /** Copies the lists. */
    public Attack {
        axioms = List.copyOf(axioms);
        names = List.copyOf(names);
        with = List.copyOf(with);
        run = List.copyOf(run);
    }
}
