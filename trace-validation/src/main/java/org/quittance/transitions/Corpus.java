package org.quittance.transitions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.quittance.transitions.GraphSource.Label;
import org.quittance.transitions.GraphSource.Summary;

/**
 * A state graph as lines of text:
 *
 * <pre>
 * transitions 1 Book settlement       the model, and the kind of test that takes it
 * module Book.tla 3f4e...             a module of the spec, and its SHA-256
 * settings CONSTANT MaxPrice = 4; ...  the model's, as in a configuration of TLC
 * constants [MaxPrice |-> 4, ...]
 * count states 12                     so many there must be
 * count explored 10
 * count transitions 100
 * count steps 100                     steps of the spec, of which some are told as one
 * count Place 72
 * variable cash                       the first of all
 * value &lt;&lt;1, 2&gt;&gt;                       a value of the variable, from 0
 * name Place ACCEPTED &lt;&lt;0, 1&gt;&gt;         a name of a step, from 0
 * state 0 3 0 5                       a state, from 0: the number of each variable's value
 * from 17                             the steps from this state
 * 4 18                                the number of the name, and the state that it leads to
 * </pre>
 */
final class Corpus implements GraphSource.Visitor {

    static final String HEADER = "transitions 1";

    private final List<String> states = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Map<Label, Integer> numbers = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int explored;
    private int transitions;

    @Override
    public void state(int id, int[] values, boolean initial) {
        StringBuilder line = new StringBuilder(initial ? "begin" : "state");
        for (int value : values) {
            line.append(' ').append(value);
        }
        states.add(line.toString());
    }

    @Override
    public void explored(int id) {
        explored++;
        steps.add("from " + id);
    }

    @Override
    public void step(int from, Label label, int to) {
        Integer known = numbers.get(label);
        int number = known == null ? labels.size() : known;
        if (known == null) {
            numbers.put(label, number);
            labels.add(label);
        }
        transitions++;
        counts.merge(label.action(), 1, Integer::sum);
        steps.add(number + " " + to);
    }

    int transitions() {
        return transitions;
    }

    /** How many transitions there are of each action. */
    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /**
     * All of it, compressed. The bytes depend on nothing but what is in it.
     *
     * @param digests by module
     */
    byte[] bytes(TransitionModel model, Summary summary, Map<String, String> digests)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER + " " + model.name() + " " + model.kind());
        digests.forEach((module, digest) -> lines.add("module " + module + " " + digest));
        lines.add("settings " + model.line());
        lines.add("constants " + summary.constants());
        lines.add("count states " + states.size());
        lines.add("count explored " + explored);
        lines.add("count transitions " + transitions);
        lines.add("count steps " + summary.taken());
        counts.forEach((action, count) -> lines.add("count " + action + " " + count));
        for (int k = 0; k < summary.variables().size(); k++) {
            lines.add("variable " + summary.variables().get(k));
            summary.values().get(k).forEach(value -> lines.add("value " + value));
        }
        labels.forEach(label -> lines.add("name " + label.text()));
        lines.addAll(states);
        lines.addAll(steps);
        return compressed(String.join("\n", lines) + "\n");
    }

    static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The header of the format has no time and the same system on all JVMs since 16.
        try (GZIPOutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
