package org.quittance.core.transitions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The transitions of a model, out of the spec's state graph. {@code make transitions} makes the
 * files; which lines they have is said where they are made.
 */
public final class Transitions {

    /** The models, one file for each. */
    public static final List<String> SETTLEMENT = List.of("Book", "Contracts",
            "Crash", "Expiry", "Genesis", "Halt", "Liquidation", "Margin", "Oracle", "Refusals",
            "Slashing", "Trade", "Treasury");
    public static final List<String> SIMPLEX = List.of("OneView", "OneViewCrash", "Invalid", "Parent",
            "Skipping", "TwoViews", "TwoViewsCrash");

    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, String> modules = new TreeMap<>();
    private final List<String> variables = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<int[]> states = new ArrayList<>();
    private final List<Integer> explored = new ArrayList<>();
    private final List<List<Transition>> from = new ArrayList<>();
    private final List<Transition> all = new ArrayList<>();
    private final BitSet ran = new BitSet();
    private String model = "";
    private Object constants = "";

    /**
     * A name of a step.
     *
     * @param verdict what becomes of it: ACCEPTED, DONE, FORBIDDEN, or the reason to refuse it
     */
    public record Name(String action, List<?> args, String verdict) {

        public boolean isForbidden() {
            return verdict.equals("FORBIDDEN");
        }
    }

    /** A step from one state to another. */
    public record Transition(int number, int from, Name name, int to) {

        @Override
        public String toString() {
            return name.action() + " " + name.args() + " " + name.verdict()
                    + " from state " + from + " to state " + to;
        }
    }

    private Transitions() {}

    /** The corpus of a model. */
    public static Transitions of(String model) {
        return read(lines(model));
    }

    /** The lines of the corpus of a model. */
    public static List<String> lines(String model) {
        String file = "/transitions/" + model + ".txt.gz";
        try (InputStream in = Transitions.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file + ": run make transitions");
            }
            return new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(in), StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read: run make transitions", e);
        }
    }

    /**
     * Reads a corpus.
     *
     * @throws IllegalArgumentException if it has fewer transitions, or more, than it says
     */
    public static Transitions read(List<String> lines) {
        Transitions transitions = new Transitions();
        lines.forEach(transitions::add);
        transitions.checkCounts();
        return transitions;
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        String rest = line.substring(space + 1);
        switch (line.substring(0, space)) {
            case "transitions" -> model = word(rest, 1);
            case "module" -> modules.put(word(rest, 0), word(rest, 1));
            // Where the files are made it is checked that these are the model's.
            case "settings" -> { }
            case "constants" -> constants = Tla.read(rest);
            case "count" -> counts.put(word(rest, 0), Long.valueOf(word(rest, 1)));
            case "variable" -> {
                variables.add(rest);
                values.add(new ArrayList<>());
            }
            case "value" -> values.get(values.size() - 1).add(Tla.read(rest));
            case "name" -> names.add(new Name(word(rest, 0), Tla.list(Tla.read(
                    rest.substring(rest.indexOf(' ', rest.indexOf(' ') + 1) + 1))),
                    word(rest, 1)));
            case "begin", "state" -> {
                states.add(Arrays.stream(rest.split(" ")).mapToInt(Integer::parseInt).toArray());
                from.add(List.of());
            }
            case "from" -> {
                explored.add(Integer.valueOf(rest));
                from.set(Integer.parseInt(rest), new ArrayList<>());
            }
            default -> {
                int state = explored.get(explored.size() - 1);
                Transition transition = new Transition(all.size(), state,
                        names.get(Integer.parseInt(line.substring(0, space))),
                        Integer.parseInt(rest));
                all.add(transition);
                from.get(state).add(transition);
            }
        }
    }

    private static String word(String text, int index) {
        return text.split(" ")[index];
    }

    private void checkCounts() {
        check("states", states.size());
        check("explored", explored.size());
        check("transitions", all.size());
    }

    private void check(String what, long number) {
        if (number != counts.getOrDefault(what, -1L)) {
            throw new IllegalArgumentException(model + " has " + number + " " + what + " and says "
                    + counts.get(what) + ": run make transitions");
        }
    }

    /** Of the modules of the spec, the digests that they had. */
    public SortedMap<String, String> modules() {
        return modules;
    }

    public String model() {
        return model;
    }

    public Object constant(String name) {
        return Tla.field(constants, name);
    }

    /** The names of the steps that there are. */
    public List<Name> names() {
        return names;
    }

    /** The states of which all steps are known. */
    public List<Integer> explored() {
        return explored;
    }

    public boolean isExplored(int state) {
        return !from.get(state).isEmpty();
    }

    /** All steps from a state. */
    public List<Transition> from(int state) {
        return from.get(state);
    }

    /** The step from a state that has this name and was not forbidden; null if there is none. */
    public @Nullable Transition find(int state, String action, List<?> args) {
        for (Transition transition : from.get(state)) {
            Name name = transition.name();
            if (name.action().equals(action) && !name.isForbidden() && name.args().equals(args)) {
                return transition;
            }
        }
        return null;
    }

    /** The value of a variable in a state. */
    public Object value(int state, String variable) {
        int place = variables.indexOf(variable);
        return values.get(place).get(states.get(state)[place]);
    }

    /** All variables of a state. */
    public SortedMap<String, Object> state(int state) {
        SortedMap<String, Object> all = new TreeMap<>();
        variables.forEach(variable -> all.put(variable, value(state, variable)));
        return all;
    }

    /** Notes that the step was compared. */
    public void ran(Transition transition) {
        ran.set(transition.number());
    }

    /** The steps that were not compared. */
    public List<Transition> missed() {
        return all.stream().filter(transition -> !ran.get(transition.number())).toList();
    }

    /** How many steps were compared, by action; of those that are forbidden, all together. */
    public SortedMap<String, Integer> ranByAction() {
        SortedMap<String, Integer> by = new TreeMap<>();
        for (Transition transition : all) {
            if (ran.get(transition.number())) {
                by.merge(transition.name().isForbidden() ? "(forbidden)"
                        : transition.name().action(), 1, Integer::sum);
            }
        }
        return by;
    }

    public int size() {
        return all.size();
    }
}
