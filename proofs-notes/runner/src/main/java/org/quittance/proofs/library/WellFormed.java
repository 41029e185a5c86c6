package org.quittance.proofs.library;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.TextException;

/** Looks for names that nobody declared, and for layers that don't fit together. */
final class WellFormed {

    private WellFormed() {}

    /** Throws {@link TextException} if something is wrong. */
    static void check(Library library) {
        for (Layer layer : library.layers()) {
            String at = "layer " + layer.name();
            exist(at, layer.sees(), library.symbols());
            exist(at, layer.axioms(), library.axioms());
            exist(at, layer.known(), library.invariants());
            exist(at, layer.implies(), library.invariants());
            exist(at, layer.steps(), library.steps());
            exist(at, layer.witnesses(), library.invariants());
            exist(at, layer.actions(), library.actions());
            exist(at, layer.stutters(), library.actions());
            for (String name : layer.known()) {
                visible(library, layer, name, library.invariants().get(name));
            }
            for (String name : layer.implies()) {
                visible(library, layer, name, library.invariants().get(name));
            }
        }
        for (Attack attack : library.attacks()) {
            exist("attack " + attack.name(), attack.axioms(), library.axioms());
            exist("attack " + attack.name(),
                    attack.run().stream().map(Sexp::head).distinct().toList(),
                    library.actions());
        }
    }

    private static void visible(
            Library library, Layer layer, String name,
            @Nullable Sexp formula) {
        if (formula != null && !layer.sees().containsAll(library.states(formula))) {
            throw new TextException(library.name(), "layer " + layer.name() + " does not see all "
                    + "of " + name + ": it sees " + layer.sees() + " and " + name + " is about "
                    + library.states(formula));
        }
    }

    private static void exist(String where, Collection<String> names, Map<String, ?> in) {
        List<String> unknown = names.stream().filter(name -> !in.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new TextException(where, "nothing is called " + String.join(", ", unknown));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new TextException(where, "a name stands twice among " + names);
        }
    }
}
