package org.quittance.proofs.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.proofs.library.Action;
import org.quittance.proofs.library.Attack;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Library;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.TextException;

/** Makes of an attack that was written out two questions: without the guard, and with it. */
public final class AttackMaker {

    /** What stands for the layer. */
    public static final String LAYER = "attacks";
    /** What stands for the action where the guard is in place. */
    public static final String BLOCKED = "(blocked)";

    private final Library library;
    private final Attack attack;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Named> assertions = new ArrayList<>();
    private final Map<String, String> constants = new HashMap<>();
    /** What each relation and definition is called in the state that the run has come to. */
    private Map<String, Sexp> now = new HashMap<>();

    private AttackMaker(Library library, Attack attack) {
        this.library = library;
        this.attack = attack;
    }

    /**
     * Both questions.
     *
     * @throws TextException if the attack is about what is not there
     */
    public static List<Condition> conditions(Library library, Attack attack) {
        Script possible = new AttackMaker(library, attack).script(
                List.of(attack.without().split(" ")));
        Script blocked = new AttackMaker(library, attack).script(List.of());
        if (possible.assertions().size() >= blocked.assertions().size()) {
            throw new TextException(
                    "attack " + attack.name(), "there is no " + attack.without() + " to leave out");
        }
        return List.of(
                new Condition(LAYER, Condition.POSSIBLE, attack.name(), Condition.SAT, "epr",
                        possible, List.of()),
                new Condition(LAYER, BLOCKED, attack.name(), Condition.UNSAT, "epr",
                        blocked, List.of()));
    }

    private Script script(List<String> without) {
        for (Symbol symbol : library.symbols().values()) {
            symbols.add(symbol);
        }
        definitions.addAll(library.definitions().values());
        for (String axiom : attack.axioms()) {
            if (!without.contains(axiom)) {
                assertions.add(
                        new Named("axiom " + axiom, Lookup.of(library.axioms(), axiom)));
            }
        }
        library.starts().forEach((name, formula) ->
                assertions.add(new Named("start " + name, formula)));
        attack.names().forEach(name -> constant(name.name(), name.sort()));
        int count = 0;
        for (Sexp step : attack.run()) {
            step(++count, step, without);
        }
        for (int i = 0; i < attack.with().size(); i++) {
            assertions.add(new Named("with " + (i + 1), attack.with().get(i)));
        }
        assertions.add(new Named("goal", Terms.replace(attack.goal(), now)));
        return new Script("UF", library.sorts(), symbols, definitions, assertions);
    }

    private void step(int count, Sexp step, List<String> without) {
        Action action = Lookup.of(library.actions(), step.head());
        Map<String, Sexp> names = new HashMap<>(now);
        List<Sexp> arguments = step.parts().subList(1, step.parts().size());
        if (arguments.size() != action.parameters().size()) {
            throw new TextException("attack " + attack.name(),
                    "step " + count + " must have the parameters " + action.parameters());
        }
        for (int i = 0; i < arguments.size(); i++) {
            constant(arguments.get(i).head(), action.parameters().get(i).sort());
            names.put(action.parameters().get(i).name(), arguments.get(i));
        }
        String at = "@" + count;
        for (Symbol choice : action.choices()) {
            symbols.add(new Symbol(
                    choice.name() + at, choice.sorts(), choice.result(), false));
            names.put(choice.name(), Sexp.atom(choice.name() + at));
        }
        String told = "step " + count + " " + action.name();
        for (int i = 0; i < action.where().size(); i++) {
            assertions.add(new Named(
                    told + " where " + (i + 1), Terms.replace(action.where().get(i), names)));
        }
        for (Named guard : action.guards()) {
            if (!without.contains(action.name() + "." + guard.name())) {
                assertions.add(new Named(
                        told + "." + guard.name(), Terms.replace(guard.formula(), names)));
            }
        }
        Map<String, Sexp> next = new HashMap<>(now);
        for (Definition update : action.updates()) {
            next.put(update.name(), Sexp.atom(update.name() + at));
            definitions.add(new Definition(
                    update.name() + at, update.parameters(), Terms.replace(
                            update.body(), without(names, update))));
        }
        for (Definition definition : library.definitions().values()) {
            if (library.states(definition.body()).stream()
                    .anyMatch(state -> action.updates().stream()
                            .anyMatch(update -> update.name().equals(state)))) {
                next.put(definition.name(), Sexp.atom(definition.name() + at));
                definitions.add(new Definition(definition.name() + at,
                        definition.parameters(), Terms.replace(definition.body(), next)));
            }
        }
        now = next;
    }

    /** The parameters of the update are not those of the action, though they may look alike. */
    private static Map<String, Sexp> without(Map<String, Sexp> names, Definition update) {
        Map<String, Sexp> inner = new HashMap<>(names);
        update.parameters().forEach(parameter -> inner.remove(parameter.name()));
        return inner;
    }

    private void constant(String name, String sort) {
        if (library.symbols().containsKey(name)) {
            return;
        }
        String before = constants.put(name, sort);
        if (before == null) {
            symbols.add(new Symbol(name, List.of(), sort, false));
        } else if (!before.equals(sort)) {
            throw new TextException("attack " + attack.name(),
                    name + " is now of sort " + before + " and now of " + sort);
        }
    }
}
