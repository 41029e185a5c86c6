package org.quittance.models;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Says every few seconds what is running, so that nobody wonders. Safe for use by many threads. */
final class Progress implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private static final class Running {
        private final long start = System.nanoTime();
        private @Nullable Long distinct;
    }

    private final PrintWriter console;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private @Nullable Thread printer;

    Progress(PrintWriter console) {
        this.console = console;
    }

    /** Begins to print. */
    Progress start() {
        printer = Thread.ofPlatform().daemon().name("progress").start(this::printOften);
        return this;
    }

    synchronized void begin(String name) {
        running.put(name, new Running());
    }

    /** Tells how many distinct states were found so far. */
    synchronized void found(String name, @Nullable Long distinct) {
        Running check = running.get(name);
        if (check != null && distinct != null) {
            check.distinct = distinct;
        }
    }

    synchronized void end(String name) {
        running.remove(name);
    }

    /** Prints one line, not mixed up with others. */
    synchronized void print(String line) {
        console.println(line);
        console.flush();
    }

    private void printOften() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                printRunning();
            }
        } catch (InterruptedException closed) {
            // Closed: nothing runs any more.
        }
    }

    private synchronized void printRunning() {
        List<String> all = new ArrayList<>();
        running.forEach(
                (name, check) -> {
                    long seconds = Duration.ofNanos(System.nanoTime() - check.start).toSeconds();
                    Long distinct = check.distinct;
                    String states =
                            distinct == null
                                    ? ""
                                    : ", " + TextTable.number(distinct) + " distinct states";
                    all.add(name + " " + seconds + " s" + states);
                });
        if (!all.isEmpty()) {
            print("        running: " + String.join("; ", all));
        }
    }

    @Override
    public void close() {
        Thread started = printer;
        if (started != null) {
            started.interrupt();
        }
    }
}
