package org.quittance.proofs.mutant;

import java.util.List;
import org.quittance.proofs.condition.Condition;

/**
 * The proof without one of its parts.
 *
 * @param name what is missing, and where
 * @param candidates the conditions that might fail for want of it
 */
public record Mutant(String name, List<Condition> candidates) {
    /** Copies the list. */
    public Mutant {
        candidates = List.copyOf(candidates);
    }
}
