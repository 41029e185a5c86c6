package org.quittance.proofs.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.Terms.Variable;

/** Formulas that differ from one in one place. */
final class Weakening {

    private Weakening() {}

    /** Without one of its premises, or one of the cases of what it concludes: says more. */
    static Map<String, Sexp> stronger(Sexp formula) {
        Map<String, Sexp> found = new LinkedHashMap<>();
        List<Variable> variables = new ArrayList<>();
        Sexp body = formula;
        while (body.is("forall")) {
            variables.addAll(Terms.variables(body.parts().get(1)));
            body = body.parts().get(2);
        }
        boolean implies = body.is("=>");
        boolean denies = body.is("not") && body.parts().get(1).is("and");
        if (implies || denies) {
            Sexp premise = body.parts().get(1);
            List<Sexp> premises = Terms.conjuncts(premise);
            for (int i = 0; i < premises.size(); i++) {
                List<Sexp> rest = new ArrayList<>(premises);
                rest.remove(i);
                Sexp left = Sexp.and(rest);
                found.put("premise " + premises.get(i), Terms.quantified("forall", variables,
                        implies ? Sexp.apply("=>", left, body.parts().get(2))
                                : Sexp.apply("not", left)));
            }
        }
        if (implies && body.parts().get(2).is("or")) {
            List<Sexp> cases = body.parts().get(2).parts();
            for (int i = 1; i < cases.size(); i++) {
                List<Sexp> rest = new ArrayList<>(cases);
                rest.remove(i);
                found.put("case " + cases.get(i), Terms.quantified("forall", variables,
                        Sexp.apply("=>", body.parts().get(1), Sexp.seq(rest))));
            }
        }
        return found;
    }

    /** With "some" where it says "every" of one variable: says less. */
    static Map<String, Sexp> weaker(Sexp formula) {
        Map<String, Sexp> found = new LinkedHashMap<>();
        if (!formula.is("forall")) {
            return found;
        }
        List<Variable> variables = Terms.variables(formula.parts().get(1));
        for (Variable variable : variables) {
            List<Variable> rest = variables.stream().filter(one -> !one.equals(variable)).toList();
            found.put("every " + variable.name() + " of sort " + variable.sort(),
                    Terms.quantified("exists", List.of(variable),
                            Terms.quantified("forall", rest, formula.parts().get(2))));
        }
        return found;
    }
}
