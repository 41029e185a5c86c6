package org.quittance.proofs.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;

/** Reads the commands that have parts. */
final class Parts {

    private static final Set<String> OF_LAYER = Set.of(
            "shows", "fragment", "sees", "axioms", "assumes", "inductive", "implies", "steps",
            "witnesses", "actions", "stutters");
    private static final Set<String> OF_ATTACK =
            Set.of("shows", "axioms", "without", "names", "with", "run", "goal");

    private Parts() {}

    static String text(Sexp quoted) {
        String text = quoted.toString();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    static List<String> words(Sexp list) {
        return list.parts().stream().map(Sexp::toString).toList();
    }

    static Action action(Sexp command) {
        List<Sexp> where = new ArrayList<>();
        List<Symbol> choices = new ArrayList<>();
        List<Named> guards = new ArrayList<>();
        List<Definition> updates = new ArrayList<>();
        for (Sexp part : command.parts().subList(3, command.parts().size())) {
            List<Sexp> of = part.parts();
            switch (part.head()) {
                case "where" -> where.addAll(Terms.conjuncts(of.get(1)));
                case "choose" -> choices.add(
                        new Symbol(of.get(1).head(), words(of.get(2)), "Bool", false));
                case "guard" -> guards.add(new Named(of.get(1).head(), of.get(2)));
                case "set" -> updates.add(new Definition(
                        of.get(1).head(), Terms.variables(of.get(2)), of.get(3)));
                default -> throw new IllegalArgumentException("an action has no " + part.head());
            }
        }
        return new Action(command.parts().get(1).head(),
                Terms.variables(command.parts().get(2)), where, choices, guards, updates);
    }

    static Layer layer(Sexp command) {
        known(command, OF_LAYER);
        return new Layer(command.parts().get(1).head(), told(command, "shows"),
                told(command, "fragment"), list(command, "sees"), list(command, "axioms"),
                list(command, "assumes"), list(command, "inductive"), list(command, "implies"),
                list(command, "steps"), list(command, "witnesses"), list(command, "actions"),
                list(command, "stutters"));
    }

    static Attack attack(Sexp command) {
        known(command, OF_ATTACK);
        List<Sexp> goal = items(command, "goal");
        return new Attack(command.parts().get(1).head(), told(command, "shows"),
                list(command, "axioms"), told(command, "without"),
                Terms.variables(Sexp.seq(items(command, "names"))), items(command, "with"),
                items(command, "run"), goal.get(0));
    }

    private static void known(Sexp command, Set<String> names) {
        for (Sexp part : command.parts().subList(2, command.parts().size())) {
            if (!names.contains(part.head())) {
                throw new IllegalArgumentException("there is no part " + part.head());
            }
        }
    }

    private static List<Sexp> items(Sexp command, String name) {
        for (Sexp part : command.parts()) {
            if (part.is(name)) {
                return part.parts().subList(1, part.parts().size());
            }
        }
        return List.of();
    }

    private static List<String> list(Sexp command, String name) {
        return items(command, name).stream().map(Sexp::toString).toList();
    }

    private static String told(Sexp command, String name) {
        List<Sexp> items = items(command, name);
        return items.isEmpty() ? "" : text(items.get(0));
    }
}
