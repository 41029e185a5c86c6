package org.quittance.transitions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** TLC, which knows the state graph of a model. */
public interface GraphSource {

    /**
     * Walks through all of the graph, breadth first, in an order that depends on nothing but the
     * model.
     *
     * @param folder has all modules, and module and configuration of that name
     * @param root the name
     * @param to is told what there is
     * @return what else is worth knowing
     * @throws IOException if the spec can't be loaded or evaluated; its message is for people
     */
    Summary walk(Path folder, String root, Visitor to) throws IOException;

    /** What is told of a graph. */
    interface Visitor {

        /**
         * A state, before any step that begins in it, and once.
         *
         * @param values of the variables that are told, in order
         * @param initial is it one to begin in?
         */
        void state(int id, int[] values, boolean initial);

        /** All steps that begin in that state come now. */
        void explored(int id);

        /** A step from the state that was explored last. */
        void step(int from, Label label, int to);
    }

    /**
     * The name of a step.
     *
     * @param args as TLA+
     * @param verdict what became of it
     */
    record Label(String action, String args, String verdict) implements Comparable<Label> {

        /** What a step may not be: it leaves everything as it was. */
        public static final String FORBIDDEN = "FORBIDDEN";

        @Override
        public int compareTo(Label other) {
            int byAction = action.compareTo(other.action);
            int byVerdict = byAction == 0 ? verdict.compareTo(other.verdict) : byAction;
            return byVerdict == 0 ? args.compareTo(other.args) : byVerdict;
        }

        /** The three on one line. */
        public String text() {
            return action + " " + verdict + " " + args;
        }
    }

    /**
     * What is known when the walk is over.
     *
     * @param variables that are told, in order
     * @param values of each, as TLA+, by number
     * @param constants of the model, as TLA+
     * @param modules files that the spec was read from
     * @param taken steps of the spec, including those that are told as one
     */
    record Summary(
            List<String> variables,
            List<List<String>> values,
            String constants,
            List<String> modules,
            long taken) {}
}
