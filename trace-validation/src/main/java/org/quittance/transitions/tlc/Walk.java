package org.quittance.transitions.tlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        List<TLCState> initial = new ArrayList<>(model.initialStates());
        initial.sort(Comparator.comparing(this::text));
        for (TLCState state : initial) {
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
        List<Step> steps = new ArrayList<>(model.steps(state));
        steps.sort(Comparator.comparing(Step::label).thenComparing(step -> text(step.after())));
        checkAgainstSpec(state, steps);
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
    private void checkAgainstSpec(TLCState state, List<Step> steps) {
        Set<String> withNames = new TreeSet<>();
        steps.forEach(step -> withNames.add(text(step.after())));
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
