package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Flaws of whole events: one is missing, there twice, in another's place, or another node's. */
final class EventMutants {

    private final TraceText trace;
    private final List<ObjectNode> events;
    private final List<Integer> nodes;

    EventMutants(TraceText trace) {
        this.trace = trace;
        this.events = trace.events();
        this.nodes = events.stream().map(TraceText::node).distinct().sorted().toList();
    }

    /** Of the event with that index. */
    List<Mutant> of(int index) {
        List<Mutant> mutants = new ArrayList<>();
        int node = node(index);
        // Without its last event it is the trace of a shorter run.
        if (index < events.size() - 1) {
            mutants.add(mutant(Operator.DROP, index, index,
                    () -> new Edit(index, index + 1, List.of())));
        }
        mutants.add(mutant(Operator.DUPLICATE, index, index + 1,
                () -> new Edit(index + 1, index + 1, List.of(placed(index)))));
        int own = next(index, k -> node(k) == node);
        if (own > 0) {
            mutants.add(mutant(Operator.SWAP_OWN, index, index, () -> swapped(index, own)));
        }
        int other = next(index, k -> node(k) != node);
        if (other > 0) {
            mutants.add(mutant(Operator.SWAP_OTHER, index, index, () -> swapped(index, other)));
        }
        mutants.add(mutant(Operator.NODE, index, index, () -> {
            ObjectNode changed = events.get(index).deepCopy();
            changed.put("node", another(node));
            return Edit.changed(index, changed);
        }));
        return mutants;
    }

    private int node(int index) {
        return TraceText.node(events.get(index));
    }

    /** The next node that logs anything; of a trace of one node the one after it. */
    private int another(int node) {
        return nodes.size() == 1
                ? node + 1
                : nodes.get((nodes.indexOf(node) + 1) % nodes.size());
    }

    private int next(int index, IntPredicate wanted) {
        for (int k = index + 1; k < events.size(); k++) {
            if (wanted.test(k)) {
                return k;
            }
        }
        return -1;
    }

    private Edit swapped(int index, int other) {
        List<Edit.Placed> middle = new ArrayList<>();
        for (int k = index; k <= other; k++) {
            middle.add(placed(k));
        }
        Collections.swap(middle, 0, middle.size() - 1);
        return new Edit(index, other + 1, middle);
    }

    private Edit.Placed placed(int index) {
        return new Edit.Placed(events.get(index), index);
    }

    private Mutant mutant(Operator operator, int index, int place, Supplier<Edit> edit) {
        return new Mutant(
                operator,
                TraceText.action(trace.events().get(index)),
                "",
                index,
                place,
                () -> List.of(edit.get()));
    }
}
