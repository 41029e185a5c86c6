package org.quittance.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A run of the key-value store with snapshot isolation as the Java trace-validation study logs it:
 * ten keys, twenty values, up to ten transactions at a time whose numbers are used again, as in the
 * runs that the study publishes. A transaction that lost a race is rolled back.
 */
final class StoreRun {

    private static final int KEYS = 10;
    private static final int VALUES = 20;
    private static final int TRANSACTIONS = 10;
    private static final int WRITES = 4;

    /** A transaction that is open. */
    private static final class Open {
        private final Map<Integer, String> seen;
        private final TreeSet<Integer> written = new TreeSet<>();
        private final TreeSet<Integer> missed = new TreeSet<>();
        private int writes;

        private Open(Map<Integer, String> store) {
            seen = new TreeMap<>(store);
        }
    }

    private final Random random = new Random(1);
    private final Map<Integer, String> store = new TreeMap<>();
    private final Map<Integer, Open> open = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private StoreRun() {}

    /** The line of the configuration file that goes with all of these traces. */
    static List<String> configuration() {
        List<Integer> keys = new ArrayList<>();
        for (int key = 1; key <= KEYS; key++) {
            keys.add(key);
        }
        List<String> values = new ArrayList<>();
        for (int value = 1; value <= VALUES; value++) {
            values.add("V" + value);
        }
        List<String> transactions = new ArrayList<>();
        for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
            transactions.add(String.valueOf(transaction));
        }
        return List.of(Lines.of(Map.of("Key", keys, "Val", values, "TxId", transactions)));
    }

    /** A trace of so many events. */
    static List<String> of(int events) {
        StoreRun run = new StoreRun();
        while (run.lines.size() < events) {
            run.step(run.random.nextInt(TRANSACTIONS));
        }
        return Lines.first(run.lines, events);
    }

    private void step(int transaction) {
        Open its = open.get(transaction);
        if (its == null) {
            open.put(transaction, new Open(store));
            log("OpenTx", transaction, List.of(), "tx", change("AddElement", transaction));
        } else if (its.writes == WRITES) {
            end(transaction, its);
        } else {
            write(transaction, its);
        }
    }

    private void write(int transaction, Open its) {
        int key = 1 + random.nextInt(KEYS);
        String value = "V" + (1 + random.nextInt(VALUES));
        String old = its.seen.get(key);
        if (value.equals(old)) {
            return;
        }
        boolean removes = old != null && random.nextInt(8) == 0;
        String name = removes ? "Remove" : old == null ? "Add" : "Update";
        Object written = in(transaction, "AddElement", key);
        if (removes) {
            its.seen.remove(key);
            log(name, transaction, List.of(key), "written", written);
        } else {
            its.seen.put(key, value);
            log(name, transaction, List.of(key, value), "written", written,
                    "snapshotStore", in(transaction, "SetKey", key, value));
        }
        its.written.add(key);
        its.writes++;
    }

    private void end(int transaction, Open its) {
        open.remove(transaction);
        boolean lost = its.written.stream().anyMatch(its.missed::contains);
        if (!lost) {
            for (int key : its.written) {
                String value = its.seen.get(key);
                if (value == null) {
                    store.remove(key);
                } else {
                    store.put(key, value);
                }
            }
            open.values().forEach(other -> other.missed.addAll(its.written));
        }
        log(lost ? "RollbackTx" : "CloseTx", transaction, List.of(),
                "tx", change("RemoveElement", transaction),
                "written", in(transaction, "Clear"));
    }

    private static Object change(String operation, int transaction) {
        return operation(operation, List.of(), List.of(String.valueOf(transaction)));
    }

    private static Object in(int transaction, String operation, Object... arguments) {
        return operation(
                operation, List.of(String.valueOf(transaction)), List.of(arguments));
    }

    private static Object operation(String name, List<?> path, List<?> arguments) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", name);
        operation.put("path", path);
        operation.put("args", arguments);
        return List.of(operation);
    }

    private void log(String name, int transaction, List<Object> arguments, Object... changes) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            event.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        event.put("event", name);
        List<Object> all = new ArrayList<>();
        all.add(String.valueOf(transaction));
        all.addAll(arguments);
        event.put("event_args", all);
        lines.add(Lines.of(event));
    }
}
