package org.quittance.models;

/** How a check ended, or how it is registered to end. */
public sealed interface Outcome {

    /** The property name of a deadlock. */
    String DEADLOCK = "Deadlock";

    /** The property name of an ASSUME that is false: TLC tells its place only. */
    String ASSUMPTION = "Assumption";

    /** Everything that was to be checked holds. */
    record Holds() implements Outcome {
        @Override
        public String toString() {
            return "holds";
        }
    }

    /**
     * A property is violated.
     *
     * @param property its name as in the configuration, {@link #DEADLOCK} or {@link #ASSUMPTION}
     */
    record Violates(String property) implements Outcome {
        @Override
        public String toString() {
            return "violates " + property;
        }
    }

    /**
     * There is no answer: the tool failed, could not read its input, or was stopped.
     *
     * @param why one line for the user
     */
    record Failed(String why) implements Outcome {
        @Override
        public String toString() {
            return "error";
        }
    }
}
