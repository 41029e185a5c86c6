package org.quittance.trace.format;

import java.util.Map;

/**
 * One step of one validator.
 *
 * @param line its line in the file, from 1
 * @param node the validator
 * @param seq its number among the node's events, from 0 without gaps, also across restarts
 * @param time simulated milliseconds, for people only
 * @param action what the node did
 * @param args all arguments of the action
 * @param post variables of the node after the step
 */
public record Event(
        int line,
        int node,
        long seq,
        long time,
        Action action,
        Map<String, Term> args,
        Map<String, Term> post) {

    private static final String[] NAMES = {"node", "action", "args", "post"};

    /** Copies the maps, in their order. */
    public Event {
        args = Fields.copyOf(args);
        post = Fields.copyOf(post);
    }

    /** The event as the trace spec sees it. */
    public Term term() {
        Term[] values = {
            new Term.Int(node),
            new Term.Str(action.spelling()),
            new Term.Rec(args),
            new Term.Rec(post)
        };
        return new Term.Rec(Fields.of(NAMES, values));
    }
}
