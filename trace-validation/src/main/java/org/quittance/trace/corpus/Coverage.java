package org.quittance.trace.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * Which actions of the spec accepted traces took.
 *
 * @param taken how often, for each action that a correct validator can take, in the spec's order
 */
public record Coverage(Map<String, Integer> taken) {

    /**
     * Counts.
     *
     * @param actions the actions that a correct validator can take
     * @param results of any verdict; only the accepted ones count
     */
    public static Coverage of(List<String> actions, Collection<ValidationResult> results) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (String action : actions) {
            int times = results.stream()
                    .filter(r -> r.verdict() == Verdict.ACCEPTED)
                    .mapToInt(r -> r.actions().getOrDefault(action, 0))
                    .sum();
            taken.put(action, times);
        }
        return new Coverage(taken);
    }

    /** The actions that no accepted trace took. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        taken.forEach(
                (action, times) -> {
                    if (times == 0) {
                        missing.add(action);
                    }
                });
        return missing;
    }
}
