package org.quittance.transitions.tlc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.transitions.GraphSource.Label;
import org.quittance.transitions.GraphSource.Visitor;
import org.quittance.transitions.tlc.Model.Step;
import tlc2.tool.TLCState;
import util.UniqueString;

/** Tells all of each state, variable by variable. */
final class Whole implements Told {

    private final Model model;
    private final Visitor to;
    private final List<Numbers> numbers = new ArrayList<>();
    private final Map<String, Integer> ids = new TreeMap<>();

    Whole(Model model, Visitor to) {
        this.model = model;
        this.to = to;
        model.variables().forEach(variable -> numbers.add(new Numbers()));
    }

    @Override
    public void initial(TLCState state) {
        id(state, true);
    }

    @Override
    public void explored(TLCState state, List<Step> steps) {
        int from = id(state, false);
        to.explored(from);
        for (Step step : steps) {
            int after = id(step.after(), false);
            to.step(from, step.label(), after);
        }
        for (Label label : model.forbidden(state).stream().sorted().toList()) {
            to.step(from, label, from);
        }
    }

    @Override
    public List<String> variables() {
        return model.variables().stream().map(UniqueString::toString).toList();
    }

    @Override
    public List<List<String>> values() {
        return numbers.stream().map(Numbers::texts).toList();
    }

    private int id(TLCState state, boolean initial) {
        int[] values = new int[numbers.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = numbers.get(k).of(state.lookup(model.variables().get(k)));
        }
        String key = Arrays.toString(values);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = ids.size();
        ids.put(key, id);
        to.state(id, values, initial);
        return id;
    }
}
