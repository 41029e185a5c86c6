package org.quittance.proofs.solver;

import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Model;
import com.microsoft.z3.Sort;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.proofs.condition.Script;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.Terms.Variable;

/** A model of a question, for people: what is equal to what, and of what each relation is true. */
public final class Counterexample {

    private static final String TABLE = " (table)";

    private Counterexample() {}

    /**
     * The relations as tables, one line each: the name, and all that it is true of. What defined
     * names with parameters are true of is told too, so that one sees the state after a step.
     *
     * @return no lines if Z3 finds no model
     */
    public static List<String> lines(Script script, int limitMillis) {
        List<Symbol> symbols = new ArrayList<>(script.symbols());
        List<Named> assertions = new ArrayList<>(script.assertions());
        for (Definition definition : script.definitions()) {
            if (!script.logic().equals("UF")) {
                continue;
            }
            List<Variable> parameters = definition.parameters();
            // Z3 does not tell what defined names are true of: so here is one that it does.
            String table = "|" + definition.name() + TABLE + "|";
            symbols.add(new Symbol(
                    table, parameters.stream().map(Variable::sort).toList(), "Bool", false));
            Sexp told = call(table, parameters);
            Sexp meant = call(definition.name(), parameters);
            assertions.add(new Named("table " + definition.name(), Terms.quantified(
                    "forall", parameters, Sexp.apply("=", told, meant))));
        }
        Script all = new Script(
                script.logic(), script.sorts(), symbols, script.definitions(), assertions);
        try (Context context = new Context()) {
            com.microsoft.z3.Solver solver =
                    Z3.solver(context, all.text("", List.of()), limitMillis);
            return solver.check() == Status.SATISFIABLE
                    ? tables(context, solver.getModel(), defined(script)) : List.of();
        }
    }

    private static Set<String> defined(Script script) {
        Set<String> names = new TreeSet<>();
        script.definitions().forEach(definition -> names.add(definition.name()));
        return names;
    }

    private static Sexp call(String name, List<Variable> parameters) {
        if (parameters.isEmpty()) {
            return Sexp.atom(name);
        }
        List<Sexp> items = new ArrayList<>(List.of(Sexp.atom(name)));
        parameters.forEach(parameter -> items.add(Sexp.atom(parameter.name())));
        return Sexp.seq(items);
    }

    private static List<String> tables(
            Context context, Model model, Set<String> defined) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Sort sort : model.getSorts()) {
            int count = 0;
            for (Expr<?> element : model.getSortUniverse(sort)) {
                names.put(element.toString(), sort + "#" + ++count);
            }
        }
        Set<String> lines = new TreeSet<>();
        for (FuncDecl<?> constant : model.getConstDecls()) {
            if (constant.getRange() instanceof BoolSort) {
                // The name of an assertion.
                continue;
            }
            Expr<?> value = model.eval(context.mkApp(constant), true);
            lines.add("  " + constant.getName() + " = "
                    + names.getOrDefault(value.toString(), value.toString()));
        }
        for (FuncDecl<?> relation : model.getFuncDecls()) {
            String name = relation.getName().toString();
            if (defined.contains(name)) {
                continue;
            }
            List<String> rows = new ArrayList<>();
            rows(context, model, relation, names, new ArrayList<>(), rows);
            lines.add("  " + name.replace(TABLE, "") + ": "
                    + (rows.isEmpty() ? "nothing" : String.join(", ", rows)));
        }
        return List.copyOf(lines);
    }

    private static void rows(
            Context context, Model model, FuncDecl<?> relation, Map<String, String> names,
            List<Expr<?>> chosen, List<String> rows) {
        Sort[] sorts = relation.getDomain();
        if (chosen.size() == sorts.length) {
            Expr<?> value = model.eval(
                    context.mkApp(relation, chosen.toArray(new Expr<?>[0])), true);
            if (value.isTrue()) {
                rows.add("(" + String.join(" ", chosen.stream()
                        .map(one -> names.getOrDefault(one.toString(), one.toString()))
                        .toList()) + ")");
            }
            return;
        }
        for (Expr<?> element : model.getSortUniverse(sorts[chosen.size()])) {
            chosen.add(element);
            rows(context, model, relation, names, chosen, rows);
            chosen.remove(chosen.size() - 1);
        }
    }
}
