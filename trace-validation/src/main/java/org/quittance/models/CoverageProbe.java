package org.quittance.models;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.tool.AbstractChecker;
import tlc2.tool.Action;

/**
 * The main class of a TLC whose coverage is wanted: TLC's own, and when it ends, a file that says
 * how often each part of each action was evaluated.
 *
 * <p>TLC prints coverage too, but leaves out what was never evaluated, and folds what was evaluated
 * equally often into the expression around it, so that a part that was never reached looks like one
 * that always was. The counters behind it are exact, and are read here.
 *
 * <p>The file has one line per action of the spec and one per part of it, with tabs between:
 * action, operator, module, first line, first column, last line, last column, count. Of an action
 * as a whole operator is empty, and count is how many states it found. This class runs in TLC's
 * JVM, with nothing but the TLA+ tools on its class path.
 */
public final class CoverageProbe {

    /** System property: the module whose Next is looked at. */
    static final String SPEC = "quittance.coverage.spec";

    /** System property: the modules whose parts count, with commas between. */
    static final String MODULES = "quittance.coverage.modules";

    /** System property: the file to write. */
    static final String FILE = "quittance.coverage.file";

    private final Set<String> modules;

    private CoverageProbe(Set<String> modules) {
        this.modules = modules;
    }

    /** Runs TLC with these arguments. */
    public static void main(String[] arguments) throws Exception {
        CoverageProbe probe = new CoverageProbe(Set.of(property(MODULES).split(",")));
        // TLC ends the JVM itself.
        Runtime.getRuntime().addShutdownHook(new Thread(probe::write));
        TLC.main(arguments);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the property " + name + " is not set");
        }
        return value;
    }

    private void write() {
        AbstractChecker checker = TLCGlobals.mainChecker;
        if (checker == null) {
            return; // It ended before it checked anything, and says why.
        }
        try {
            Files.write(Path.of(property(FILE)), lines(checker));
        } catch (IOException | ReflectiveOperationException e) {
            System.err.println("coverage can't be read: " + e);
        }
    }

    private List<String> lines(AbstractChecker checker) throws ReflectiveOperationException {
        List<SpecAction> actions = SpecAction.of(rootModule(checker.tool), property(SPEC), modules);
        for (Action action : distinct(checker.tool.getActions())) {
            Counters counters = new Counters(actions);
            counters.walk(action.cm, null);
            counters.share(count(action.cm));
        }
        List<String> lines = new ArrayList<>();
        for (SpecAction action : actions) {
            lines.add(line(action, "", action.definition().getLocation(), action.states()));
            for (SpecAction.Part part : action.parts()) {
                Long count = action.countOf(part.node());
                if (count != null) {
                    lines.add(line(action, part.operator(), part.node().getLocation(), count));
                }
            }
        }
        return lines;
    }

    /** The same action for several values of its parameters shares one set of counters. */
    private static Iterable<Action> distinct(Action[] actions) {
        Map<Object, Action> byCounters = new IdentityHashMap<>();
        List<Action> distinct = new ArrayList<>();
        for (Action action : actions) {
            if (byCounters.put(action.cm, action) == null) {
                distinct.add(action);
            }
        }
        return distinct;
    }

    private static String line(SpecAction action, String operator, Location place, long count) {
        return String.join(
                "\t",
                action.name(),
                operator,
                place.source(),
                Integer.toString(place.beginLine()),
                Integer.toString(place.beginColumn()),
                Integer.toString(place.endLine()),
                Integer.toString(place.endColumn()),
                Long.toString(count));
    }

    /** Older tools have it on the tool itself, newer ones one step away. */
    private static ModuleNode rootModule(Object tool) throws ReflectiveOperationException {
        try {
            return (ModuleNode) call(tool, "getRootModule");
        } catch (NoSuchMethodException e) {
            return (ModuleNode) call(call(tool, "getSpecProcessor"), "getRootModule");
        }
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        Object result = target.getClass().getMethod(name).invoke(target);
        if (result == null) {
            throw new NoSuchMethodException(name + " gives nothing");
        }
        return result;
    }

    private static long count(Object counters) throws ReflectiveOperationException {
        Method method = costModelNode().getDeclaredMethod("getEvalCount");
        method.setAccessible(true);
        Object count = method.invoke(counters);
        return count instanceof Long number ? number : 0;
    }

    private static Map<?, ?> children(Object counters) throws ReflectiveOperationException {
        Field field = costModelNode().getDeclaredField("children");
        field.setAccessible(true);
        return field.get(counters) instanceof Map<?, ?> children ? children : Map.of();
    }

    private static Class<?> costModelNode() throws ClassNotFoundException {
        return Class.forName("tlc2.tool.coverage.CostModelNode");
    }

    /** Adds up the counters of one action of the model for the actions of the spec within it. */
    private static final class Counters {

        private final List<SpecAction> actions;
        private final Set<SpecAction> entered = new HashSet<>();

        Counters(List<SpecAction> actions) {
            this.actions = actions;
        }

        void walk(Object counters, @Nullable SpecAction outer)
                throws ReflectiveOperationException {
            for (Map.Entry<?, ?> child : children(counters).entrySet()) {
                Object below = child.getValue();
                if (child.getKey() instanceof SemanticNode node && below != null) {
                    SpecAction inner = outer == null ? actionAround(node) : outer;
                    if (inner != null) {
                        entered.add(inner);
                        inner.add(node, total(below));
                    }
                    walk(below, inner);
                }
            }
        }

        /**
         * Gives the states that the model's action found to the spec's action in it. Where it has
         * several, each gets as many as its least evaluated part.
         */
        void share(long states) {
            for (SpecAction action : entered) {
                action.found(entered.size() == 1 ? states : action.least());
            }
        }

        private @Nullable SpecAction actionAround(SemanticNode node) {
            for (SpecAction action : actions) {
                if (action.holds(node)) {
                    return action;
                }
            }
            return null;
        }

        /** Of a node and all below it: TLC does not count the operators that it unfolds. */
        private static long total(Object counters) throws ReflectiveOperationException {
            long total = count(counters);
            for (Object child : children(counters).values()) {
                if (child != null) {
                    total += total(child);
                }
            }
            return total;
        }
    }
}
