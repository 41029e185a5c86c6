package org.quittance.trace.spec;

import java.util.List;

/**
 * A definition or named assumption of the specs, as it is written.
 *
 * @param module where it stands
 * @param name of the operator, with its parameters in parentheses if it has any
 * @param parts the conjuncts or disjuncts of its body, if that is a list of them, else all of it;
 *     with one space between words, wherever lines end
 */
public record SpecText(String module, String name, List<String> parts) {

    /** Copies the list. */
    public SpecText {
        parts = List.copyOf(parts);
    }
}
