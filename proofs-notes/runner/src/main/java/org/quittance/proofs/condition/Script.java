package org.quittance.proofs.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;

/**
 * A question for a solver: can all assertions be true together?
 *
 * @param logic of SMT-LIB
 * @param definitions in an order in which each uses earlier ones only
 */
public record Script(
        String logic, Set<String> sorts, List<Symbol> symbols, List<Definition> definitions,
        List<Named> assertions) {

    /** Copies the collections, and leaves out what no assertion uses. */
    public Script {
        Set<String> used = new LinkedHashSet<>();
        assertions.forEach(one -> used.addAll(Terms.free(one.formula())));
        List<Definition> kept = new ArrayList<>();
        for (int i = definitions.size() - 1; i >= 0; i--) {
            Definition definition = definitions.get(i);
            if (used.contains(definition.name())) {
                used.addAll(Terms.free(definition.body()));
                kept.add(0, definition);
            }
        }
        definitions = List.copyOf(kept);
        symbols = symbols.stream().filter(symbol -> used.contains(symbol.name())).toList();
        sorts = new LinkedHashSet<>(sorts);
        assertions = List.copyOf(assertions);
    }

    /** The same question with one more assertion. */
    public Script and(Named more, List<Symbol> allSymbols, List<Definition> allDefinitions) {
        List<Named> all = new ArrayList<>(assertions);
        all.add(more);
        return new Script(logic, sorts, allSymbols, allDefinitions, all);
    }

    /**
     * The question as SMT-LIB text, to be read without anything else.
     *
     * @param status the expected answer, sat or unsat; empty if the solver is not to know
     * @param told lines of comment for the top
     */
    public String text(String status, List<String> told) {
        StringBuilder text = new StringBuilder();
        told.forEach(line -> text.append("; ").append(line).append('\n'));
        text.append("(set-logic ").append(logic).append(")\n");
        if (!status.isEmpty()) {
            text.append("(set-info :status ").append(status).append(")\n");
        }
        sorts.forEach(sort -> text.append("(declare-sort ").append(sort).append(" 0)\n"));
        for (Symbol symbol : symbols) {
            text.append("(declare-fun ").append(symbol.name()).append(" (")
                    .append(String.join(" ", symbol.sorts())).append(") ")
                    .append(symbol.result()).append(")\n");
        }
        for (Definition definition : definitions) {
            text.append("(define-fun ").append(definition.name()).append(' ')
                    .append(definition.parameters().isEmpty()
                            ? "()" : Terms.list(definition.parameters()))
                    .append(definition.name().startsWith("$") ? " Int " : " Bool ")
                    .append("\n  ").append(definition.body()).append(")\n");
        }
        for (Named one : assertions) {
            text.append("(assert (! ").append(one.formula()).append("\n  :named |")
                    .append(one.name()).append("|))\n");
        }
        return text.append("(check-sat)\n").toString();
    }

    /** The assertions without definitions; no variable gets into the reach of a quantifier. */
    public List<Sexp> expanded() {
        Map<String, Definition> byName = new HashMap<>();
        definitions.forEach(definition -> byName.put(definition.name(), definition));
        Expansion expansion = new Expansion(byName);
        return assertions.stream().map(one -> expansion.of(one.formula())).toList();
    }
}
