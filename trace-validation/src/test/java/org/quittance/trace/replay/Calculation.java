package org.quittance.trace.replay;

import java.nio.file.Path;
import java.util.List;
import org.quittance.trace.format.Term;

/** Applies operators of a module with TLC's evaluator; implemented beside TLC. */
public interface Calculation {

    /** Loads a module, whose configuration lies beside it. */
    void open(Path workspace, String module);

    /** What TLC prints for the operator's value, or "error: " and what it complains about. */
    String apply(String operator, List<Term> arguments);
}
