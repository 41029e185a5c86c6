package org.quittance.proofs.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.proofs.library.Action;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Library;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.TextException;

/** Puts a question together: declarations, assertions, and the state after a step. */
final class Assembly {

    private static final String NEXT = ".next";

    private final Library library;
    private final boolean arithmetic;
    private final List<Symbol> symbols;
    private final List<Definition> definitions;
    private final List<Named> assertions;
    /** What is called otherwise after the step. */
    private final Map<String, Sexp> renamed;

    Assembly(Library library, boolean arithmetic) {
        this(library, arithmetic, new ArrayList<>(library.symbols().values()),
                new ArrayList<>(library.definitions().values()), new ArrayList<>(),
                new HashMap<>());
    }

    private Assembly(
            Library library, boolean arithmetic, List<Symbol> symbols,
            List<Definition> definitions, List<Named> assertions, Map<String, Sexp> renamed) {
        this.library = library;
        this.arithmetic = arithmetic;
        this.symbols = symbols;
        this.definitions = definitions;
        this.assertions = assertions;
        this.renamed = renamed;
    }

    Assembly copy() {
        return new Assembly(library, arithmetic, new ArrayList<>(symbols),
                new ArrayList<>(definitions), new ArrayList<>(assertions), new HashMap<>(renamed));
    }

    void add(String name, Sexp formula) {
        assertions.add(new Named(name, formula));
    }

    /** A step of the action as far as the relations show it. */
    void step(Action action, List<String> sees) {
        action.parameters().forEach(parameter -> symbols.add(
                new Symbol(parameter.name(), List.of(), parameter.sort(), false)));
        symbols.addAll(action.choices());
        int count = 0;
        for (Sexp where : action.where()) {
            add("where " + ++count, where);
        }
        for (Named guard : action.guards()) {
            if (sees.containsAll(library.states(guard.formula()))) {
                add("guard " + action.name() + "." + guard.name(), guard.formula());
            }
        }
        for (Definition update : action.updates()) {
            if (!sees.contains(update.name())) {
                continue;
            }
            if (!sees.containsAll(library.states(update.body()))) {
                throw new TextException(action.name(), "what it makes of " + update.name()
                        + " depends on relations that the layer does not see");
            }
            renamed.put(update.name(), Sexp.atom(update.name() + NEXT));
            definitions.add(new Definition(
                    update.name() + NEXT, update.parameters(), update.body()));
        }
        Set<String> changed = new LinkedHashSet<>(renamed.keySet());
        for (Definition definition : library.definitions().values()) {
            if (library.states(definition.body()).stream().anyMatch(changed::contains)) {
                renamed.put(definition.name(), Sexp.atom(definition.name() + NEXT));
                definitions.add(new Definition(definition.name() + NEXT,
                        definition.parameters(), after(definition.body())));
            }
        }
    }

    /** What the formula says, said of the state after the step. */
    Sexp after(Sexp formula) {
        return Terms.replace(formula, renamed);
    }

    Script script() {
        return new Script(arithmetic ? "QF_LIA" : "UF",
                arithmetic ? Set.of() : library.sorts(), symbols, definitions, assertions);
    }
}
