package org.quittance.proofs.library;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;

/**
 * All that one file of the proof says, with the files that it includes.
 *
 * @param name of the file
 * @param properties those of the invariants that are results: nobody need use them
 */
public record Library(
        String name,
        Set<String> sorts,
        Map<String, Symbol> symbols,
        Map<String, Definition> definitions,
        Map<String, Sexp> axioms,
        Map<String, Sexp> starts,
        Map<String, Sexp> invariants,
        Set<String> properties,
        Map<String, StepProperty> steps,
        Map<String, Action> actions,
        List<Layer> layers,
        List<Attack> attacks) {

    /** Copies the collections, which keep their order. */
    public Library {
        sorts = new LinkedHashSet<>(sorts);
        symbols = new LinkedHashMap<>(symbols);
        definitions = new LinkedHashMap<>(definitions);
        axioms = new LinkedHashMap<>(axioms);
        starts = new LinkedHashMap<>(starts);
        invariants = new LinkedHashMap<>(invariants);
        properties = new LinkedHashSet<>(properties);
        steps = new LinkedHashMap<>(steps);
        actions = new LinkedHashMap<>(actions);
        layers = List.copyOf(layers);
        attacks = List.copyOf(attacks);
    }

    /** The relations of the state that a formula depends on, through definitions too. */
    public Set<String> states(Sexp formula) {
        Set<String> found = new LinkedHashSet<>();
        for (String word : reached(formula)) {
            Symbol symbol = symbols.get(word);
            if (symbol != null && symbol.changes()) {
                found.add(word);
            }
        }
        return found;
    }

    /** All words of a formula, and of the definitions that it uses. */
    public Set<String> reached(Sexp formula) {
        Set<String> found = new LinkedHashSet<>();
        reached(formula, found);
        return found;
    }

    private void reached(Sexp formula, Set<String> found) {
        for (String word : Terms.free(formula)) {
            Definition definition = definitions.get(word);
            if (found.add(word) && definition != null) {
                reached(definition.body(), found);
            }
        }
    }

    /** This library with other axioms, invariants, actions and layers. */
    public Library with(
            Map<String, Sexp> otherAxioms, Map<String, Sexp> otherInvariants,
            Map<String, Action> otherActions, List<Layer> otherLayers) {
        return new Library(name, sorts, symbols, definitions, otherAxioms, starts,
                otherInvariants, properties, steps, otherActions, otherLayers, attacks);
    }
}
