package org.quittance.transitions.tlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.transitions.tlc.Model.Step;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import util.UniqueString;

/**
 * Breadth first through the graph. What comes first is decided by names of steps and texts of
 * states, and not by TLC, whose order depends on what it met before.
 */
final class Walk {

    /** A step, and the state that it leads to as text. */
    private record Named(Step step, String text) implements Comparable<Named> {

        @Override
        public int compareTo(Named other) {
            int byLabel = step.label().compareTo(other.step.label());
            return byLabel == 0 ? text.compareTo(other.text) : byLabel;
        }
    }

    private final Model model;
    private final Told told;
    private final Deque<TLCState> queue = new ArrayDeque<>();
    private final Set<String> met = new HashSet<>();
    private long taken;

    Walk(Model model, Told told) {
        this.model = model;
        this.told = told;
    }

    /** Walks, and says how many steps there were. */
    long run() {
        SortedMap<String, TLCState> initial = new TreeMap<>();
        model.initialStates().forEach(state -> initial.put(text(state), state));
        for (TLCState state : initial.values()) {
            if (isNew(state)) {
                told.initial(state);
                queue.add(state);
            }
        }
        while (!queue.isEmpty()) {
            explore(queue.remove());
        }
        return taken;
    }

    private void explore(TLCState state) {
        List<Named> named = new ArrayList<>();
        model.steps(state).forEach(step -> named.add(new Named(step, text(step.after()))));
        named.sort(Comparator.naturalOrder());
        List<Step> steps = named.stream().map(Named::step).toList();
        checkAgainstSpec(state, named);
        taken += steps.size();
        told.explored(state, steps);
        for (Step step : steps) {
            TLCState after = step.after();
            if (model.isExplored(after) && model.isFollowed(state, after) && isNew(after)) {
                queue.add(after);
            }
        }
    }

    /** With their names taken off, the steps must be those of the spec: no more, and no fewer. */
    private void checkAgainstSpec(TLCState state, List<Named> steps) {
        Set<String> withNames = new TreeSet<>();
        steps.forEach(step -> withNames.add(step.text()));
        Set<String> without = new TreeSet<>();
        model.plain(state).forEach(after -> without.add(text(after)));
        if (!withNames.equals(without)) {
            throw new IllegalStateException("NamedNext is not Next, in " + text(state));
        }
    }

    private boolean isNew(TLCState state) {
        IValue view = model.view(state);
        return met.add(view == null ? text(state) : CanonicalText.of(view));
    }

    private String text(TLCState state) {
        StringBuilder text = new StringBuilder();
        for (UniqueString variable : model.variables()) {
            text.append(CanonicalText.of(state.lookup(variable))).append('\n');
        }
        return text.toString();
    }
}
