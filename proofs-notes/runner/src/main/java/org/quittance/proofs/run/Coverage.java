package org.quittance.proofs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.library.Action;
import org.quittance.proofs.library.Layer;
import org.quittance.proofs.library.Library;

/** Whether conditions are there for all that a layer must answer for. */
final class Coverage {

    private Coverage() {}

    /** One line for each action without its conditions, or in the wrong list. */
    static List<String> problems(Proof proof, List<Condition> conditions) {
        Set<String> names = conditions.stream().map(Condition::name).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        for (Library library : proof.libraries()) {
            for (Layer layer : library.layers()) {
                // Who only draws conclusions needs no actions.
                if (!layer.inductive().isEmpty() || !layer.steps().isEmpty()) {
                    library.actions().values().forEach(action -> listed(layer, action, problems));
                }
                for (String goal : layer.inductive()) {
                    List<String> all = new ArrayList<>(layer.actions());
                    all.add(Condition.START);
                    for (String action : all) {
                        String name = layer.name() + "/" + action + "/" + goal;
                        if (!names.contains(name)) {
                            problems.add("no condition " + name);
                        }
                    }
                }
            }
        }
        return problems;
    }

    private static void listed(Layer layer, Action action, List<String> problems) {
        boolean acts = layer.actions().contains(action.name());
        boolean stutters = layer.stutters().contains(action.name());
        boolean changes = action.updates().stream()
                .anyMatch(update -> layer.sees().contains(update.name()));
        String at = "layer " + layer.name() + ", action " + action.name() + ": ";
        if (acts == stutters) {
            problems.add(at + (acts ? "is in both lists" : "is missing from the list of actions"));
        } else if (changes && stutters) {
            problems.add(at + "changes what the layer sees, and is listed as stuttering");
        } else if (!changes && acts) {
            problems.add(
                    at + "changes nothing that the layer sees, and is not listed as stuttering");
        }
    }
}
