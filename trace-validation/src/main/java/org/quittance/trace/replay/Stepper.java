package org.quittance.trace.replay;

import java.nio.file.Path;
import java.util.SortedMap;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Header;

/**
 * A spec that is stepped through, event by event; implemented beside TLC, in a class loader of its
 * own. Not for several threads at once.
 */
public interface Stepper {

    /** A state of the spec. It never changes, so that one can go on from it again and again. */
    interface State {}

    /**
     * Loads the spec.
     *
     * @param workspace the folder with all modules, those of the standard library included
     * @param init the name of the initial predicate
     * @param header of the traces
     * @return the state before the first event
     * @throws StepException if the spec can't be loaded
     */
    State load(Path workspace, String init, Header header) throws StepException;

    /**
     * Takes an event as a step.
     *
     * @throws StepException if the spec can't be evaluated, or leaves a choice
     */
    Taken take(State state, Event event) throws StepException;

    /**
     * The state that an event has, where a segment of a trace begins: as the trace spec's operator
     * BeginAt tells it.
     *
     * @throws StepException if the trace spec has no such operator, or it can't be evaluated
     */
    State resume(State initial, Event event) throws StepException;

    /** Are all variables of the spec the same in both states? */
    boolean isSame(State one, State other);

    /** The state as a record of TLA+, with a field for each variable. */
    String text(State state);

    /**
     * What the spec says of a state, by the names of its variables: without those that only the
     * trace spec has.
     */
    SortedMap<String, String> values(State state, ValueForm form);

    /** The version of TLC, as it names itself. */
    String version();

    /** What comes of an event. */
    sealed interface Taken {

        /**
         * It is a step.
         *
         * @param state after it
         * @param upkeep how many steps were taken before it to forget or to recall something
         */
        record Next(State state, int upkeep) implements Taken {}

        /** It is no step of the spec. */
        record Refused(Explanation why) implements Taken {}
    }
}
