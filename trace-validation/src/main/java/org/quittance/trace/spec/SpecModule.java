package org.quittance.trace.spec;

import java.util.List;
import java.util.Set;

/**
 * What one module of the specs defines.
 *
 * @param name the module
 * @param operators all that it defines or gets by EXTENDS
 * @param actions the actions of Next: of each of its disjuncts, in order, the operator that makes
 *     the step
 * @param properties the formulas without parameters below the first comment that announces
 *     properties; a definition of a set or a helper with parameters is none
 */
public record SpecModule(
        String name, Set<String> operators, List<String> actions, List<String> properties) {

    /** Copies the collections. */
    public SpecModule {
        operators = Set.copyOf(operators);
        actions = List.copyOf(actions);
        properties = List.copyOf(properties);
    }
}
