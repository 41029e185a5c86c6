package org.quittance.trace.corpus;

import java.util.List;
import java.util.Optional;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * How a sample trace must be rejected.
 *
 * @param file its name
 * @param from the accepted trace that it was made from
 * @param what what was done to it
 * @param node whose event must be rejected
 * @param seq which of the node's events must be rejected
 * @param action the event's action
 * @param words what the message must contain
 */
public record Expectation(
        String file,
        String from,
        String what,
        int node,
        long seq,
        String action,
        List<String> words) {

    /** Longer messages are not read. */
    private static final int LINES = 20;

    /** Copies the list. */
    public Expectation {
        words = List.copyOf(words);
    }

    /** What is wrong with the result, or nothing if it is as it must be. */
    public Optional<String> complaint(ValidationResult result) {
        Rejection rejection = result.rejection();
        if (result.verdict() != Verdict.REJECTED || rejection == null) {
            String problem = result.problem();
            return Optional.of("must be rejected, is " + result.verdict()
                    + (problem == null ? "" : " (" + problem + ")"));
        }
        if (rejection.node() != node
                || rejection.seq() != seq
                || !rejection.action().equals(action)) {
            return Optional.of("must be rejected at node " + node + ", seq " + seq + ", " + action
                    + ", is at node " + rejection.node() + ", seq " + rejection.seq() + ", "
                    + rejection.action());
        }
        if (rejection.message().size() > LINES) {
            return Optional.of("the message has " + rejection.message().size() + " lines");
        }
        String message = String.join("\n", rejection.message());
        List<String> lacking = words.stream().filter(w -> !message.contains(w)).toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("the message lacks " + lacking + ":\n" + message);
    }
}
