package org.quittance.proofs.library;

import java.util.List;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms.Variable;

/** A name for a formula about its parameters, or for what a relation is after a step. */
public record Definition(String name, List<Variable> parameters, Sexp body) {
    /** Copies the list. */
    public Definition {
        parameters = List.copyOf(parameters);
    }
}
