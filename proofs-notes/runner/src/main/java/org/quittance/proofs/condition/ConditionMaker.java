package org.quittance.proofs.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.proofs.library.Action;
import org.quittance.proofs.library.Layer;
import org.quittance.proofs.library.Library;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.StepProperty;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.TextException;

/** Makes the conditions of a layer: one for each action and each invariant, and what follows. */
public final class ConditionMaker {

    private final Library library;
    private final Layer layer;

    private ConditionMaker(Library library, Layer layer) {
        this.library = library;
        this.layer = layer;
    }

    /**
     * All conditions of a layer, those that are refuted most easily first.
     *
     * @throws TextException if an action changes what the layer sees by what it does not see, or
     *     the lists of actions are not right
     */
    public static List<Condition> conditions(Library library, Layer layer) {
        return new ConditionMaker(library, layer).all();
    }

    private List<Condition> all() {
        List<Condition> all = new ArrayList<>();
        for (String goal : layer.inductive()) {
            all.add(start(goal));
        }
        for (String name : layer.actions()) {
            Action action = Lookup.of(library.actions(), name);
            for (String goal : layer.inductive()) {
                all.add(kept(action, goal));
            }
        }
        for (String goal : layer.implies()) {
            all.add(follows(goal));
        }
        for (String name : layer.steps()) {
            all.add(step(Lookup.of(library.steps(), name)));
        }
        for (String name : layer.witnesses()) {
            Assembly assembly = assembly();
            assembly.add(name, Lookup.of(library.invariants(), name));
            all.add(new Condition(layer.name(), Condition.POSSIBLE, name, Condition.SAT,
                    layer.fragment(), assembly.script(), List.of()));
        }
        return all;
    }

    private Assembly assembly() {
        Assembly assembly = new Assembly(library, layer.fragment().equals("linear"));
        for (String axiom : layer.axioms()) {
            assembly.add("axiom " + axiom, Lookup.of(library.axioms(), axiom));
        }
        return assembly;
    }

    private Condition start(String goal) {
        Assembly assembly = assembly();
        for (Map.Entry<String, Sexp> start : library.starts().entrySet()) {
            if (layer.sees().containsAll(library.states(start.getValue()))) {
                assembly.add("start " + start.getKey(), start.getValue());
            }
        }
        before(assembly, layer.assumes());
        return condition(assembly, Condition.START, goal, invariant(goal), false);
    }

    private Condition kept(Action action, String goal) {
        Assembly assembly = assembly();
        before(assembly, layer.known());
        assembly.step(action, layer.sees());
        for (String name : layer.assumes()) {
            Sexp after = assembly.after(invariant(name));
            if (!after.equals(invariant(name))) {
                assembly.add("after " + name, after);
            }
        }
        return condition(assembly, action.name(), goal, assembly.after(invariant(goal)), true);
    }

    private Condition follows(String goal) {
        Assembly assembly = assembly();
        before(assembly, layer.known());
        return condition(assembly, Condition.FOLLOWS, goal, invariant(goal), true);
    }

    private Condition step(StepProperty step) {
        Assembly assembly = assembly();
        before(assembly, layer.known());
        assembly.step(Lookup.of(library.actions(), step.action()), layer.sees());
        return condition(assembly, step.action(), step.name(), step.formula(), true);
    }

    private void before(Assembly assembly, List<String> names) {
        for (String name : names) {
            assembly.add("before " + name, invariant(name));
        }
    }

    private Sexp invariant(String name) {
        return Lookup.of(library.invariants(), name);
    }

    private Condition condition(
            Assembly assembly, String action, String goal, Sexp formula, boolean applies) {
        List<Script> hypotheses = new ArrayList<>();
        Assembly possible = assembly.copy();
        if (applies) {
            possible.add("the goal applies", applies(formula));
        }
        hypotheses.add(possible.script());
        assembly.add("not " + goal, Sexp.apply("not", formula));
        return new Condition(layer.name(), action, goal, Condition.UNSAT, layer.fragment(),
                assembly.script(), hypotheses);
    }

    /** That the premise of a goal comes about, if it has one. */
    private static Sexp applies(Sexp goal) {
        List<Terms.Variable> variables = new ArrayList<>();
        Sexp body = goal;
        while (body.is("forall")) {
            variables.addAll(Terms.variables(body.parts().get(1)));
            body = body.parts().get(2);
        }
        return body.is("=>")
                ? Terms.quantified("exists", variables, body.parts().get(1)) : Sexp.atom("true");
    }
}
