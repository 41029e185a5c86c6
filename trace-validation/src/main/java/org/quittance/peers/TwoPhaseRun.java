package org.quittance.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of two-phase commit as the Java trace-validation study logs it. Its protocol ends after one
 * transaction, so the run gets longer by what its resource managers do until they hear of the
 * outcome: they send Prepared again, and the transaction manager receives it again. The state
 * doesn't grow, which is the kindest long run that this spec has.
 */
final class TwoPhaseRun {

    /** As many as in the largest of the runs that the study publishes. */
    private static final int MANAGERS = 16;

    private TwoPhaseRun() {}

    /** The line of the configuration file that goes with all of these traces. */
    static List<String> configuration() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MANAGERS; i++) {
            names.add(name(i));
        }
        return List.of(Lines.of(Map.of("RM", names)), Lines.of(Map.of("TM", List.of("tm"))));
    }

    /** A trace of so many events, 49 or more. */
    static List<String> of(int events) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < MANAGERS; i++) {
            lines.add(event("RMPrepare", List.of(name(i)),
                    "msgs", add(Map.of("type", "Prepared", "rm", name(i))),
                    "rmState", update(List.of(name(i)), "prepared")));
        }
        for (int i = 0; lines.size() < events - MANAGERS - 1; i++) {
            lines.add(event("TMRcvPrepared", List.of(),
                    "tmPrepared", add(name(i % MANAGERS))));
        }
        lines.add(event("TMCommit", List.of(),
                "msgs", add(Map.of("type", "Commit")),
                "tmState", update(List.of(), "done")));
        for (int i = 0; i < MANAGERS; i++) {
            lines.add(event("RMRcvCommitMsg", List.of(name(i)),
                    "rmState", update(List.of(name(i)), "committed")));
        }
        return lines;
    }

    private static String name(int manager) {
        return "rm-" + manager;
    }

    private static Object add(Object what) {
        return operation("AddElement", List.of(), what);
    }

    private static Object update(List<String> path, String value) {
        return operation("Update", path, value);
    }

    private static Object operation(String name, List<String> path, Object argument) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", name);
        operation.put("path", path);
        operation.put("args", List.of(argument));
        return List.of(operation);
    }

    private static String event(String name, List<String> arguments, Object... changes) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            event.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        event.put("event", name);
        // Their program logs no arguments of what the transaction manager does.
        if (!arguments.isEmpty()) {
            event.put("event_args", arguments);
        }
        return Lines.of(event);
    }
}
