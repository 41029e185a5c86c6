package org.quittance.proofs.library;

import java.util.List;

/**
 * What is declared: a constant or a relation.
 *
 * @param sorts of its arguments; a constant has none
 * @param result Bool for a relation
 * @param changes whether steps may change it
 */
public record Symbol(String name, List<String> sorts, String result, boolean changes) {
    /** Copies the list. */
    public Symbol {
        sorts = List.copyOf(sorts);
    }
}
