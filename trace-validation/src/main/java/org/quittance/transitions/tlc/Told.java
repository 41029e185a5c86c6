package org.quittance.transitions.tlc;

import java.util.List;
import org.quittance.transitions.tlc.Model.Step;
import tlc2.tool.TLCState;

/** What is told of the states that a walk comes to. */
interface Told {

    /** A state to begin in. */
    void initial(TLCState state);

    /**
     * A state that the walk goes on from, and all its steps.
     *
     * @param steps sorted by their names
     */
    void explored(TLCState state, List<Step> steps);

    List<String> variables();

    List<List<String>> values();
}
