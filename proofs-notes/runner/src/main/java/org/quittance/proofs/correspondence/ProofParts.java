package org.quittance.proofs.correspondence;

import java.util.LinkedHashSet;
import java.util.Set;
import org.quittance.proofs.library.Action;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Library;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;

/** The parts of a library that say what the system is. */
public final class ProofParts {

    private ProofParts() {}

    /** State, start, definitions, axioms, and the actions part by part. */
    public static Set<Part> of(Library library) {
        Set<Part> parts = new LinkedHashSet<>();
        for (Symbol symbol : library.symbols().values()) {
            parts.add(new Part((symbol.changes() ? "state " : "fixed ") + symbol.name(),
                    symbol.sorts() + " " + symbol.result()));
        }
        for (Definition definition : library.definitions().values()) {
            parts.add(new Part("define " + definition.name(),
                    Terms.list(definition.parameters()) + " " + definition.body()));
        }
        library.axioms().forEach((name, formula) ->
                parts.add(new Part("axiom " + name, formula.toString())));
        library.starts().forEach((name, formula) ->
                parts.add(new Part("init " + name, formula.toString())));
        for (Action action : library.actions().values()) {
            of(action, parts);
        }
        return parts;
    }

    private static void of(Action action, Set<Part> parts) {
        String at = action.name() + ".";
        parts.add(new Part(action.name(), Terms.list(action.parameters()).toString()));
        for (Sexp where : action.where()) {
            parts.add(new Part(at + "where", where.toString()));
        }
        for (Symbol choice : action.choices()) {
            parts.add(new Part(at + choice.name() + " (chosen)", choice.sorts().toString()));
        }
        for (Named guard : action.guards()) {
            parts.add(new Part(at + guard.name(), guard.formula().toString()));
        }
        for (Definition update : action.updates()) {
            parts.add(new Part(at + "set " + update.name(),
                    Terms.list(update.parameters()) + " " + update.body()));
        }
    }
}
