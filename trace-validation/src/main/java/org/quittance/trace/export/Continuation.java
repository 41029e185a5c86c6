package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.quittance.trace.format.Header;

/** How TLC goes on from a state of a run: a model must bound what traces leave open. */
public interface Continuation {

    /** The spec that is extended. */
    String module();

    /**
     * By the constant's name the expression that it stands for, finite where TLC lists it.
     *
     * @param state its variables in the Informal Trace Format
     */
    Map<String, String> constants(Header header, JsonNode state);

    /** Definitions that the constants and the steps use; "" if none. */
    String definitions();

    /** The name of the steps from there. */
    String next();

    /** What must hold in every state, with the Byzantine weight that the header tells. */
    List<String> invariants(Header header);
}
