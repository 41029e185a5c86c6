package org.quittance.trace.faulty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * How the trace of a faulty program must be rejected.
 *
 * @param name of the fault, and of the file with the lines of its trace that differ
 * @param area of the protocol that the fault is in
 * @param does what the faulty program does
 * @param run the file with the trace of the same run without the fault
 * @param same so many lines at the beginning of both are the same
 * @param event the event's place in the trace, from 1
 * @param action the event's action
 * @param words what the message must contain
 */
record FaultyCase(
        String name,
        String area,
        String does,
        String run,
        int same,
        int event,
        String action,
        List<String> words) {

    /** Longer messages are not read. */
    private static final int LINES = 20;

    FaultyCase {
        words = List.copyOf(words);
    }

    /** The whole trace, from that folder. */
    List<String> trace(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(sound(folder)).subList(0, same));
        lines.addAll(Files.readAllLines(folder.resolve(name + ".ndjson")));
        return lines;
    }

    /** The file with the same run without the fault, in that folder. */
    Path sound(Path folder) {
        return folder.resolve("runs").resolve(run + ".ndjson");
    }

    /** What is wrong with the result, or nothing if it is as it must be. */
    Optional<String> complaint(ValidationResult result) {
        Rejection rejection = result.rejection();
        if (result.verdict() != Verdict.REJECTED || rejection == null) {
            String problem = result.problem();
            return Optional.of("must be rejected, is " + result.verdict()
                    + (problem == null ? "" : " (" + problem + ")"));
        }
        if (rejection.event() != event || !rejection.action().equals(action)) {
            return Optional.of("must be rejected at event " + event + ", " + action
                    + ", is at event " + rejection.event() + ", " + rejection.action());
        }
        String message = String.join("\n", rejection.message());
        if (rejection.message().size() > LINES) {
            return Optional.of("the message has " + rejection.message().size() + " lines");
        }
        List<String> lacking = words.stream().filter(word -> !message.contains(word)).toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("the message lacks " + lacking + ":\n" + message);
    }
}
