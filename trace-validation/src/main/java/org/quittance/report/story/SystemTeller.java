package org.quittance.report.story;

import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.report.story.SystemStory.Height;

/** Goes through the events of a system trace and notes what is shown. */
final class SystemTeller {

    private static final class Course {
        private long ordered = -1;
        private final SortedSet<Integer> executed = new TreeSet<>();
        private final SortedSet<Integer> attested = new TreeSet<>();
        private long quittedAt = -1;
        private int by = -1;
        private String root = "";
        private final SortedSet<Integer> signers = new TreeSet<>();
        private int lag;
        private int carriedBy;
    }

    private final TreeMap<Integer, Course> heights = new TreeMap<>();
    private int last;
    private final SortedMap<Integer, Integer> stops = new TreeMap<>();

    private SystemTeller() {}

    static SystemStory tell(TraceLines trace) throws IOException {
        SystemTeller teller = new SystemTeller();
        trace.visit(teller::see);
        return trace.ofHeader(header -> new SystemStory(
                header.integers("validators").size(), header.integers("byzantine"),
                header.integers("wrong"), header.object("parameters").integer("MaxLag"),
                teller.heights.entrySet().stream()
                        .filter(entry -> entry.getValue().ordered >= 0)
                        .map(entry -> height(entry.getKey(), entry.getValue())).toList(),
                teller.stops));
    }

    private static Height height(int height, Course course) {
        return new Height(height, course.ordered, course.executed, course.attested,
                course.quittedAt, course.by, course.root, course.signers, course.lag,
                course.carriedBy);
    }

    private void see(Line event) {
        Line args = event.args();
        switch (event.action()) {
            case "Order" -> order(args, event.time());
            case "Execute" -> course(args).executed.add(event.node());
            case "Send" -> course(args).attested.add(event.node());
            case "ReceiveAttestation" -> {
                Line attestation = args.object("attestation");
                course(attestation).attested.add(attestation.integer("signer"));
            }
            case "FormQuittance", "ReceiveQuittance" -> quit(args, event);
            case "Stop" -> stops.put(event.node(), args.integer("height"));
            default -> { }
        }
    }

    /** Of a block that is not final yet, a Byzantine replica may say anything. */
    private Course course(Line args) {
        int height = args.integer("height");
        return heights.computeIfAbsent(height, key -> new Course());
    }

    private void order(Line args, long time) {
        int height = args.integer("height");
        course(args).ordered = time;
        last = Math.max(last, height);
        int quitted = args.integer("quitted");
        heights.headMap(quitted, true).values().stream()
                .filter(earlier -> earlier.carriedBy == 0)
                .forEach(earlier -> earlier.carriedBy = height);
    }

    private void quit(Line args, Line event) {
        Course course = course(args);
        if (course.quittedAt < 0) {
            course.quittedAt = event.time();
            course.by = event.node();
            course.root = args.text("root");
            course.signers.addAll(args.integers("signers"));
            course.lag = last - args.integer("height");
        }
    }
}
