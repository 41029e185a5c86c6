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
 * exists depends on those universal variables around it that are free in what is said of it, and on
 * what others that exist and are free there depend on. If no sort can be reached from itself, a
 * model needs no more than a bounded number of elements.
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

    /**
     * A term in which every bound variable has a name of its own.
     *
     * @param depends for each variable around it, the sorts that its value depends on
     */
    private void walk(Sexp term, boolean positive, Map<String, Set<String>> depends) {
        List<Sexp> parts = term.parts();
        if (Terms.isQuantifier(term)) {
            List<Variable> variables = Terms.variables(parts.get(1));
            Sexp body = parts.get(2);
            Map<String, Set<String>> inner = new HashMap<>(depends);
            if (term.is("forall") == positive) {
                variables.forEach(one -> inner.put(one.name(), Set.of(one.sort())));
            } else {
                Set<String> sorts = new TreeSet<>();
                for (String name : Terms.free(body)) {
                    sorts.addAll(depends.getOrDefault(name, Set.of()));
                }
                for (Variable one : variables) {
                    sorts.forEach(sort -> edge(sort, one.sort()));
                    inner.put(one.name(), sorts);
                }
            }
            walk(body, positive, inner);
            return;
        }
        switch (term.head()) {
            case "not" -> walk(parts.get(1), !positive, depends);
            case "=>" -> {
                for (int i = 1; i < parts.size() - 1; i++) {
                    walk(parts.get(i), !positive, depends);
                }
                walk(parts.get(parts.size() - 1), positive, depends);
            }
            case "and", "or" -> parts.forEach(part -> walk(part, positive, depends));
            default -> {
                // ite, = and the like: what is in them counts both as it stands and negated.
                for (Sexp part : parts) {
                    walk(part, true, depends);
                    walk(part, false, depends);
                }
            }
        }
    }
}
