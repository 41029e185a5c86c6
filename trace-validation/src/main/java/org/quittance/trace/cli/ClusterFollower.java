package org.quittance.trace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.quittance.trace.Catalogue;
import org.quittance.trace.ResultJson;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.quittance.trace.merge.LiveStatus;
import org.quittance.trace.merge.LiveTrace;
import org.quittance.trace.merge.MergeException;
import org.quittance.trace.merge.RunFolders;

/**
 * Validates what the nodes of a cluster do while they do it: ordering, the system, and settlement
 * where it is traced, side by side.
 * It ends when all nodes have, with the first that is wrong, or when nothing more can be known.
 */
final class ClusterFollower {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ENDLESS = Duration.ofDays(10_000);
    private static final int SILENT_SECONDS = 5;

    private final Catalogue catalogue;
    private final FollowOptions options;
    private final List<Path> given;
    private final int window;
    private final Path out;
    private final ResultOptions results;
    private final PrintWriter console;
    private final Set<LiveTrace> ofOne = new HashSet<>();
    private final CountDownLatch done = new CountDownLatch(1);

    private record Followed(LiveTrace trace, ValidationResult result) {}

    /**
     * For the folder of a cluster, or one folder of each node.
     *
     * @param window what is remembered of the run, at least
     * @param out where results go
     */
    ClusterFollower(
            Catalogue catalogue,
            FollowOptions options,
            List<Path> given,
            int window,
            Path out,
            ResultOptions results,
            PrintWriter console) {
        this.catalogue = catalogue;
        this.options = options;
        this.given = List.copyOf(given);
        this.window = window;
        this.out = out;
        this.results = results;
        this.console = console;
    }

    /** Follows to the end; returns the exit code. */
    int run() throws IOException {
        Duration patience = options.patience(PATIENCE);
        List<LiveTrace> traces = new ArrayList<>();
        try {
            List<Path> nodes = RunFolders.find(given, patience);
            traces.add(trace(LiveTrace.Kind.ORDERING, "ordering", nodes, patience));
            traces.add(trace(LiveTrace.Kind.SYSTEM, "system", nodes, patience));
            int number = 0;
            for (Path node : RunFolders.withSettlement(nodes)) {
                number++;
                // Its node may be down for as long as the others go on.
                LiveTrace settlement = trace(LiveTrace.Kind.SETTLEMENT,
                        "settlement-" + number, List.of(node), ENDLESS);
                traces.add(settlement);
                ofOne.add(settlement);
            }
        } catch (MergeException e) {
            console.println(e.verdict() + "  " + e.getMessage());
            return e.verdict().exitCode();
        }
        Integer port = options.metricsPort();
        List<LiveStatus> status = traces.stream().map(LiveTrace::status).toList();
        FollowMetrics metrics = port == null ? null : FollowMetrics.serve(status, port, console);
        // Whoever ends the program gets the verdict on what was validated until then.
        Thread hook = new Thread(() -> stop(traces), "stop-following");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return follow(traces);
        } finally {
            if (metrics != null) {
                metrics.close();
            }
            done.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The program ends already.
            }
        }
    }

    private LiveTrace trace(
            LiveTrace.Kind kind, String name, List<Path> nodes, Duration patience) {
        return new LiveTrace(
                kind, name, nodes, window, options.lag(), patience, System::nanoTime);
    }

    private void stop(List<LiveTrace> traces) {
        traces.forEach(LiveTrace::stop);
        try {
            if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                console.println("stopped before there was a verdict");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int follow(List<LiveTrace> traces) throws IOException {
        LinkedBlockingQueue<Followed> finished = new LinkedBlockingQueue<>();
        TraceValidator validator = new TraceValidator(catalogue, Map.of(), false, window);
        for (LiveTrace trace : traces) {
            String name = out.resolve(trace.status().name()).toString();
            Thread.ofPlatform().daemon().name("follow-" + trace.status().name()).start(() ->
                    finished.add(new Followed(
                            trace, ended(trace, validator.follow(name, trace)))));
        }
        List<ValidationResult> all = new ArrayList<>();
        List<LiveTrace> running = new ArrayList<>(traces);
        while (all.size() < traces.size()) {
            Followed next = next(finished, traces);
            all.add(next.result());
            tell(next);
            switch (next.result().verdict()) {
                case ACCEPTED, NOT_RUN -> {
                    running.remove(next.trace());
                    if (running.stream().allMatch(ofOne::contains)) {
                        running.forEach(LiveTrace::hurry);
                    }
                }
                case REJECTED, MALFORMED, TOOL_FAILED -> traces.forEach(LiveTrace::stop);
            }
        }
        // What is rejected is so, whatever the others would have come to.
        boolean isRejected = all.stream().anyMatch(it -> it.verdict() == Verdict.REJECTED);
        int exitCode = isRejected
                ? Verdict.REJECTED.exitCode()
                : WorstFirst.exitCode(all);
        results.write(all, exitCode);
        return exitCode;
    }

    private Followed next(LinkedBlockingQueue<Followed> finished, List<LiveTrace> traces) {
        long seconds = options.status().toSeconds();
        while (true) {
            try {
                Followed next = finished.poll(
                        seconds == 0 ? Long.MAX_VALUE : seconds, TimeUnit.SECONDS);
                if (next != null) {
                    return next;
                }
                console.println(status(traces));
                console.flush();
            } catch (InterruptedException e) {
                traces.forEach(LiveTrace::stop);
            }
        }
    }

    /** A trace that ended before the run did says nothing of the rest. */
    private static ValidationResult ended(LiveTrace trace, ValidationResult result) {
        String problem = trace.problem();
        if (problem == null || result.verdict() == Verdict.REJECTED
                || result.verdict() == Verdict.TOOL_FAILED) {
            return result;
        }
        return new ValidationResult(
                result.format(), result.version(), verdict(trace), result.file(),
                result.spec(), result.commit(), result.seed(), result.events(), result.states(),
                result.upkeep(), result.actions(), result.nodes(), result.engines(), null,
                problem);
    }

    /** A log that contradicts a trace is no event that could be rejected. */
    private static Verdict verdict(LiveTrace trace) {
        return trace.verdict() == Verdict.REJECTED ? Verdict.NOT_RUN : trace.verdict();
    }

    private void tell(Followed followed) throws IOException {
        ValidationResult result = followed.result();
        List<String> lines = ResultText.lines(result);
        console.println(lines.get(0) + ", " + followed.trace().status().events()
                + " events validated");
        // How to repeat it is meant for runs of the simulator, and for files.
        lines.stream().skip(1).filter(line -> !line.contains("To repeat the "))
                .forEach(console::println);
        if (result.verdict() == Verdict.REJECTED) {
            console.println(String.format(Locale.ROOT,
                    "    The event stands in %s; it was there for %.1f s when this was said.",
                    followed.trace().place(), followed.trace().age() / 1e9));
        }
        console.flush();
        ResultJson.write(result, out);
    }

    /** How far it is, on one line. */
    private static String status(List<LiveTrace> traces) {
        List<String> parts = new ArrayList<>();
        Map<Integer, Long> silent = Map.of();
        for (LiveTrace trace : traces) {
            LiveStatus.Look look = trace.status().look();
            silent = look.silentNanos();
            parts.add(String.format(Locale.ROOT, "%s %d events accepted, %d behind, %.1f s",
                    trace.status().name(), trace.status().events(), look.behind(),
                    look.lagNanos() / 1e9));
        }
        silent.forEach((node, nanos) -> {
            if (TimeUnit.NANOSECONDS.toSeconds(nanos) >= SILENT_SECONDS) {
                parts.add("node " + node + " silent for "
                        + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s");
            }
        });
        return String.join("; ", parts);
    }
}
