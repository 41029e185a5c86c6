package org.quittance.proofs.fragment;

import java.util.List;
import java.util.Set;
import org.quittance.proofs.condition.Script;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;

/** What a layer may claim its conditions to be in. */
public enum Fragment {

    /** Many-sorted EPR: what is said to exist never depends on a thing of its own sort. */
    EPR {
        @Override
        public String problem(Script script) {
            if (!script.logic().equals("UF")) {
                return "its logic is " + script.logic() + " and not UF";
            }
            List<String> cycle = QuantifierGraph.of(script).cycle();
            return cycle.isEmpty() ? "" : "existence goes round in a circle: "
                    + String.join(" -> ", cycle);
        }
    },

    /** Linear arithmetic of integers without quantifiers. */
    LINEAR {
        @Override
        public String problem(Script script) {
            for (Symbol symbol : script.symbols()) {
                if (!symbol.sorts().isEmpty()) {
                    return symbol.name() + " is no constant";
                }
            }
            return script.expanded().stream().map(Fragment::nonlinear)
                    .filter(problem -> !problem.isEmpty()).findFirst().orElse("");
        }
    };

    private static final Set<String> PRODUCTS = Set.of("*", "div", "mod");

    /** Why the question is not in the fragment; empty if it is. */
    public abstract String problem(Script script);

    /**
     * The fragment of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Fragment named(String name) {
        return switch (name) {
            case "epr" -> EPR;
            case "linear" -> LINEAR;
            default -> throw new IllegalArgumentException("there is no fragment " + name);
        };
    }

    private static String nonlinear(Sexp term) {
        if (Terms.isQuantifier(term)) {
            return "it has a quantifier";
        }
        List<Sexp> parts = term.parts();
        if (PRODUCTS.contains(term.head()) && parts.size() == 3
                && !isNumber(parts.get(term.is("*") ? 1 : 2))) {
            return "it multiplies or divides by what is no number: " + term;
        }
        return parts.stream().map(Fragment::nonlinear)
                .filter(problem -> !problem.isEmpty()).findFirst().orElse("");
    }

    private static boolean isNumber(Sexp term) {
        return term instanceof Sexp.Atom word
                && word.text().chars().allMatch(Character::isDigit);
    }
}
