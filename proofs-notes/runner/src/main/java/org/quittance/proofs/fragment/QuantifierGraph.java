package org.quittance.proofs.fragment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.proofs.condition.Script;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.Terms.Variable;

/**
 * From which sorts to which others functions lead, those that skolemization brings in too. What
 * exists depends on those universal variables around it that are free in what is said of it. If no
 * sort can be reached from itself, a model needs no more than a bounded number of elements.
 */
public final class QuantifierGraph {

    private final Map<String, Set<String>> edges = new TreeMap<>();

    private QuantifierGraph() {}

    /** The graph of a question. */
    public static QuantifierGraph of(Script script) {
        QuantifierGraph graph = new QuantifierGraph();
        for (Symbol symbol : script.symbols()) {
            if (!symbol.result().equals("Bool")) {
                symbol.sorts().forEach(sort -> graph.edge(sort, symbol.result()));
            }
        }
        for (Sexp assertion : script.expanded()) {
            graph.walk(assertion, true, Map.of());
        }
        return graph;
    }

    /** The sorts of a circle, the first one again at the end; empty if there is none. */
    public List<String> cycle() {
        for (String sort : edges.keySet()) {
            List<String> path = new ArrayList<>(List.of(sort));
            if (leads(sort, sort, path, new LinkedHashSet<>())) {
                return path;
            }
        }
        return List.of();
    }

    private boolean leads(String from, String to, List<String> path, Set<String> seen) {
        for (String next : edges.getOrDefault(from, Set.of())) {
            path.add(next);
            if (next.equals(to) || seen.add(next) && leads(next, to, path, seen)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    private void edge(String from, String to) {
        edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }

    /** A term in which every bound variable has a name of its own. */
    private void walk(Sexp term, boolean positive, Map<String, String> universals) {
        List<Sexp> parts = term.parts();
        if (Terms.isQuantifier(term)) {
            List<Variable> variables = Terms.variables(parts.get(1));
            Sexp body = parts.get(2);
            if (term.is("forall") == positive) {
                Map<String, String> inner = new HashMap<>(universals);
                variables.forEach(one -> inner.put(one.name(), one.sort()));
                walk(body, positive, inner);
            } else {
                Set<String> free = Terms.free(body);
                universals.forEach((name, sort) -> {
                    if (free.contains(name)) {
                        variables.forEach(one -> edge(sort, one.sort()));
                    }
                });
                walk(body, positive, universals);
            }
            return;
        }
        switch (term.head()) {
            case "not" -> walk(parts.get(1), !positive, universals);
            case "=>" -> {
                for (int i = 1; i < parts.size() - 1; i++) {
                    walk(parts.get(i), !positive, universals);
                }
                walk(parts.get(parts.size() - 1), positive, universals);
            }
            case "and", "or" -> parts.forEach(part -> walk(part, positive, universals));
            default -> {
                // ite, = and the like: what is in them counts both as it stands and negated.
                for (Sexp part : parts) {
                    walk(part, true, universals);
                    walk(part, false, universals);
                }
            }
        }
    }
}
