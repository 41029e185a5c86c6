package org.quittance.example.twophase;

import java.util.Map;

/** Where the program says what it does. It is all that the program knows of being checked. */
@FunctionalInterface
public interface StepLog {

    /**
     * A step was taken.
     *
     * @param node whose step it was
     * @param action its name in the spec
     * @param args its arguments
     * @param post variables of the spec after it
     */
    void log(int node, String action, Map<String, ?> args, Map<String, ?> post);
}
