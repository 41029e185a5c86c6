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
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.Value;

/**
 * Tells of each state what each of several sees of it, and which steps it can take; what looks the
 * same to someone is told once.
 */
final class Seen implements Told {

    private final Model model;
    private final Visitor to;
    private final List<Numbers> numbers = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private final Map<String, Integer> ids = new TreeMap<>();
    /** By what is seen: the steps, as they were told. */
    private final Map<Integer, List<String>> told = new TreeMap<>();

    Seen(Model model, Visitor to) {
        this.model = model;
        this.to = to;
    }

    @Override
    public void initial(TLCState state) {
        for (RecordValue seen : views(state).values()) {
            id(seen, true);
        }
    }

    @Override
    public void explored(TLCState state, List<Step> steps) {
        List<Label> forbidden = model.forbidden(state).stream().sorted().toList();
        views(state).forEach((who, seen) -> tell(who, seen, steps, forbidden));
    }

    private void tell(String who, RecordValue seen, List<Step> steps, List<Label> forbidden) {
        int from = id(seen, false);
        List<String> now = new ArrayList<>();
        List<Runnable> telling = new ArrayList<>();
        for (Step step : steps) {
            if (isBy(who, step.label())) {
                RecordValue then = views(step.after()).get(who);
                if (then == null) {
                    throw new IllegalStateException(who + " sees nothing any more");
                }
                now.add(step.label().text() + " -> " + CanonicalText.of(then));
                telling.add(() -> to.step(from, step.label(), id(then, false)));
            }
        }
        for (Label label : forbidden) {
            if (isBy(who, label)) {
                now.add(label.text());
                telling.add(() -> to.step(from, label, from));
            }
        }
        List<String> before = told.putIfAbsent(from, now);
        if (before == null) {
            to.explored(from);
            telling.forEach(Runnable::run);
        } else if (!before.equals(now)) {
            throw new IllegalStateException(
                    "what is seen does not tell which steps are possible: " + seen);
        }
    }

    /** Arguments of the steps begin with who takes it. */
    private static boolean isBy(String who, Label label) {
        return label.args().startsWith("<<" + who + ",") || label.args().equals("<<" + who + ">>");
    }

    private Map<String, RecordValue> views(TLCState state) {
        Map<String, RecordValue> views = new TreeMap<>();
        Value all = (Value) model.value("Seen", state);
        if (all.toFcnRcd() instanceof FcnRcdValue function) {
            Value[] domain = function.getDomainAsValues();
            for (int k = 0; k < domain.length; k++) {
                views.put(CanonicalText.of(domain[k]), (RecordValue) function.values[k]);
            }
        }
        return views;
    }

    @Override
    public List<String> variables() {
        return List.copyOf(variables);
    }

    @Override
    public List<List<String>> values() {
        return numbers.stream().map(Numbers::texts).toList();
    }

    private int id(RecordValue seen, boolean initial) {
        List<String> names = Arrays.stream(seen.names).map(Object::toString).sorted().toList();
        if (variables.isEmpty()) {
            variables.addAll(names);
            names.forEach(name -> numbers.add(new Numbers()));
        }
        int[] values = new int[names.size()];
        for (int k = 0; k < names.size(); k++) {
            int place = names.indexOf(seen.names[k].toString());
            values[place] = numbers.get(place).of(seen.values[k]);
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
