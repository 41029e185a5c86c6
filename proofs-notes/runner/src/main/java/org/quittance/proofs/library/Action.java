package org.quittance.proofs.library;

import java.util.List;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms.Variable;

/**
 * A step that changes the state.
 *
 * @param where what the parameters are; over what never changes
 * @param choices relations that the step may choose at will, within its guards
 * @param guards what must hold before it
 * @param updates what each relation that it changes is after it
 */
public record Action(
        String name,
        List<Variable> parameters,
        List<Sexp> where,
        List<Symbol> choices,
        List<Named> guards,
        List<Definition> updates) {

    /** Copies the lists. */
    public Action {
        parameters = List.copyOf(parameters);
        where = List.copyOf(where);
        choices = List.copyOf(choices);
        guards = List.copyOf(guards);
        updates = List.copyOf(updates);
    }

    /** This action without the guard of that name. */
    public Action without(String guard) {
        return new Action(name, parameters, where, choices,
                guards.stream().filter(one -> !one.name().equals(guard)).toList(), updates);
    }
}
