package org.quittance.proofs.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.Terms.Variable;

/** Puts bodies in the place of defined names; every bound variable gets a name of its own. */
final class Expansion {

    private final Map<String, Definition> definitions;
    private int names;

    Expansion(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    Sexp of(Sexp term) {
        if (Terms.isQuantifier(term)) {
            List<Variable> fresh = new ArrayList<>();
            Map<String, Sexp> renamed = new HashMap<>();
            for (Variable variable : Terms.variables(term.parts().get(1))) {
                Variable other = new Variable(variable.name() + "?" + names++, variable.sort());
                fresh.add(other);
                renamed.put(variable.name(), Sexp.atom(other.name()));
            }
            Sexp body = Terms.replace(term.parts().get(2), renamed);
            return Sexp.apply(term.head(), Terms.list(fresh), of(body));
        }
        Definition definition = definitions.get(term.head());
        if (definition == null) {
            return term instanceof Sexp.Atom
                    ? term : Sexp.seq(term.parts().stream().map(this::of).toList());
        }
        Map<String, Sexp> arguments = new HashMap<>();
        for (int i = 0; i < definition.parameters().size(); i++) {
            arguments.put(definition.parameters().get(i).name(), of(term.parts().get(i + 1)));
        }
        // The arguments have fresh names already, or names that are free: first make the body's
        // own variables fresh, then put the arguments in.
        return Terms.replace(of(definition.body()), arguments);
    }
}
