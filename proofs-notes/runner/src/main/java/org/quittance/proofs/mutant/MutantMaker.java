package org.quittance.proofs.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.condition.ConditionMaker;
import org.quittance.proofs.library.Action;
import org.quittance.proofs.library.Layer;
import org.quittance.proofs.library.Library;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.run.Proof;
import org.quittance.proofs.text.Sexp;

/** Makes all mutants of a proof. */
public final class MutantMaker {

    private final Proof proof;
    private final Map<String, List<Condition>> found = new LinkedHashMap<>();

    private MutantMaker(Proof proof) {
        this.proof = proof;
    }

    /**
     * Guards, axioms and invariants dropped in turn.
     *
     * @param all also premises and cases of invariants dropped, and "every" made "some"
     */
    public static List<Mutant> mutants(Proof proof, boolean all) {
        MutantMaker maker = new MutantMaker(proof);
        for (Library library : proof.libraries()) {
            for (Layer layer : library.layers()) {
                maker.axioms(library, layer, all);
                maker.guards(library, layer);
                maker.invariants(library, layer, all);
            }
        }
        List<Mutant> mutants = new ArrayList<>();
        maker.found.forEach((name, candidates) ->
                mutants.add(new Mutant(name, inOrder(candidates))));
        return mutants;
    }

    /** What follows from everything fails most often, what holds at the start most seldom. */
    private static List<Condition> inOrder(List<Condition> candidates) {
        List<Condition> first = new ArrayList<>();
        List<Condition> then = new ArrayList<>();
        List<Condition> last = new ArrayList<>();
        for (Condition condition : candidates) {
            switch (condition.action()) {
                case Condition.FOLLOWS -> first.add(condition);
                case Condition.START -> last.add(condition);
                default -> then.add(condition);
            }
        }
        first.addAll(then);
        first.addAll(last);
        return first;
    }

    private void axioms(Library library, Layer layer, boolean all) {
        for (String name : layer.axioms()) {
            String mutant = "axiom " + layer.name() + "." + name;
            add(mutant, ConditionMaker.conditions(library, without(layer, name)), c -> true);
            Sexp formula = library.axioms().get(name);
            if (all && formula != null) {
                Weakening.weaker(formula).forEach((what, changed) -> add(mutant + ": " + what,
                        ConditionMaker.conditions(library.with(
                                put(library.axioms(), name, changed), library.invariants(),
                                library.actions(), library.layers()), layer), c -> true));
            }
        }
    }

    private void guards(Library library, Layer layer) {
        for (Action action : library.actions().values()) {
            for (Named guard : action.guards()) {
                String mutant = "guard " + action.name() + "." + guard.name()
                        + (library.name().contains("attest") ? " (System)" : "");
                found.computeIfAbsent(mutant, key -> new ArrayList<>());
                if (layer.sees().containsAll(library.states(guard.formula()))) {
                    Library changed = library.with(library.axioms(), library.invariants(),
                            put(library.actions(), action.name(), action.without(guard.name())),
                            library.layers());
                    add(mutant, ConditionMaker.conditions(changed, layer),
                            condition -> condition.action().equals(action.name()));
                }
            }
        }
    }

    private void invariants(Library library, Layer layer, boolean all) {
        for (String name : layer.known()) {
            if (!library.properties().contains(name)) {
                add("invariant " + name,
                        ConditionMaker.conditions(library, without(layer, name)), c -> true);
            } else {
                // Nobody need use what is a result.
                continue;
            }
            Sexp formula = library.invariants().get(name);
            if (all && formula != null) {
                Weakening.weaker(formula).forEach((what, changed) -> add(
                        "invariant " + name + ": " + what,
                        ConditionMaker.conditions(changed(library, name, changed), layer),
                        condition -> !condition.goal().equals(name)));
            }
        }
        List<String> shown = new ArrayList<>(layer.inductive());
        shown.addAll(layer.implies());
        for (String name : shown) {
            if (!library.properties().contains(name)) {
                found.computeIfAbsent("invariant " + name, key -> new ArrayList<>());
            }
            Sexp formula = library.invariants().get(name);
            if (all && formula != null) {
                Weakening.stronger(formula).forEach((what, changed) -> add(
                        "invariant " + name + ": " + what,
                        ConditionMaker.conditions(changed(library, name, changed), layer),
                        condition -> condition.goal().equals(name)));
            }
        }
    }

    private static Library changed(Library library, String name, Sexp formula) {
        return library.with(library.axioms(), put(library.invariants(), name, formula),
                library.actions(), library.layers());
    }

    private void add(String name, List<Condition> conditions, Predicate<Condition> which) {
        List<Condition> candidates = found.computeIfAbsent(name, key -> new ArrayList<>());
        conditions.stream()
                .filter(condition -> condition.expected().equals(Condition.UNSAT))
                .filter(which).forEach(candidates::add);
    }

    private static <T extends Object> Map<String, T> put(Map<String, T> map, String name, T value) {
        Map<String, T> changed = new LinkedHashMap<>(map);
        changed.put(name, value);
        return changed;
    }

    private static Layer without(Layer layer, String name) {
        return new Layer(layer.name(), layer.shows(), layer.fragment(), layer.sees(),
                rest(layer.axioms(), name), rest(layer.assumes(), name),
                rest(layer.inductive(), name), layer.implies(), layer.steps(), layer.witnesses(),
                layer.actions(), layer.stutters());
    }

    private static List<String> rest(List<String> names, String name) {
        return names.stream().filter(one -> !one.equals(name)).toList();
    }
}
