package org.quittance.proofs.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Formulas of SMT-LIB as S-expressions: what is free in them, and other names for it. */
public final class Terms {

    private Terms() {}

    /** A variable and its sort. */
    public record Variable(String name, String sort) {
        /** As SMT-LIB has it. */
        public Sexp sexp() {
            return Sexp.apply(name, Sexp.atom(sort));
        }
    }

    /** Is this a quantifier with its variables and its body? */
    public static boolean isQuantifier(Sexp term) {
        return (term.is("forall") || term.is("exists")) && term.parts().size() == 3;
    }

    /** The variables of a list such as {@code ((n Node) (v View))}. */
    public static List<Variable> variables(Sexp list) {
        List<Variable> variables = new ArrayList<>();
        for (Sexp one : list.parts()) {
            variables.add(new Variable(one.head(), one.parts().get(1).toString()));
        }
        return variables;
    }

    /** The list that {@link #variables} reads. */
    public static Sexp list(List<Variable> variables) {
        return Sexp.seq(variables.stream().map(Variable::sexp).toList());
    }

    /** A quantified formula; only the body if there are no variables. */
    public static Sexp quantified(String quantifier, List<Variable> variables, Sexp body) {
        return variables.isEmpty() ? body : Sexp.apply(quantifier, list(variables), body);
    }

    /** All words of the term that no quantifier of it binds: operators, symbols, variables. */
    public static Set<String> free(Sexp term) {
        Set<String> found = new LinkedHashSet<>();
        free(term, Set.of(), found);
        return found;
    }

    private static void free(Sexp term, Set<String> bound, Set<String> found) {
        if (term instanceof Sexp.Atom word) {
            if (!bound.contains(word.text())) {
                found.add(word.text());
            }
        } else if (isQuantifier(term)) {
            Set<String> inner = new LinkedHashSet<>(bound);
            variables(term.parts().get(1)).forEach(variable -> inner.add(variable.name()));
            free(term.parts().get(2), inner, found);
        } else {
            term.parts().forEach(part -> free(part, bound, found));
        }
    }

    /** The term with other terms in the place of some free words. */
    public static Sexp replace(Sexp term, Map<String, Sexp> by) {
        if (term instanceof Sexp.Atom word) {
            return by.getOrDefault(word.text(), term);
        }
        if (!isQuantifier(term)) {
            return Sexp.seq(term.parts().stream().map(part -> replace(part, by)).toList());
        }
        Map<String, Sexp> inner = new HashMap<>(by);
        List<Variable> variables = variables(term.parts().get(1));
        variables.forEach(variable -> inner.remove(variable.name()));
        return Sexp.apply(
                term.head(), term.parts().get(1), replace(term.parts().get(2), inner));
    }

    /** The conjuncts of a formula: itself, if it is no conjunction. */
    public static List<Sexp> conjuncts(Sexp formula) {
        return formula.is("and") ? formula.parts().subList(1, formula.parts().size())
                : List.of(formula);
    }
}
