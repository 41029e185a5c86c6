package org.quittance.trace.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An action that an event can name. The name is the spec's, and so are those of the fields after
 * it: they are its variables.
 *
 * @param spelling the action's name in the spec and in traces
 * @param args the arguments and their types, in the spec's order
 * @param post the variables that are compared after the step
 */
public record Action(String spelling, Map<String, FieldType> args, Map<String, FieldType> post) {

    /** Copies the maps, in their order. */
    public Action {
        args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
        post = Collections.unmodifiableMap(new LinkedHashMap<>(post));
    }
}
