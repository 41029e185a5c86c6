package org.quittance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A made-up trace in the format of traces: four replicas of weight 1, replica 3 Byzantine. It is
 * for tests of the report, so it takes every action but is no behaviour of the spec.
 */
final class SampleRun {

    static final String GENESIS = "0".repeat(64);

    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Long> seqs = new TreeMap<>();

    SampleRun() {
        lines.add("{\"format\":\"quittance-trace\",\"version\":1,\"spec\":\"Simplex\","
                + "\"chainId\":\"sim\",\"epoch\":0,\"validators\":[0,1,2,3],\"weights\":[1,1,1,1],"
                + "\"byzantine\":[3],\"genesis\":\"" + GENESIS + "\",\"commit\":\"unknown\","
                + "\"seed\":7}");
    }

    /** A run of every action, with an equivocation of replica 3 and a crash of replica 1. */
    static SampleRun everyAction() {
        String b = block("b", 1);
        String c = block("c", 1);
        SampleRun run = new SampleRun();
        run.add(0, 10, "Propose", "{\"block\":" + b + "}", pending(message("propose", 0, b)));
        run.add(0, 11, "Persist", "{}",
                "{\"pending\":[],\"durable\":[" + message("propose", 0, b) + "]}");
        run.receive(1, 20, message("propose", 0, b), 0, 1);
        run.receive(1, 21, message("notarize", 3, b), -1, 0);
        run.receive(2, 22, message("notarize", 3, c), -1, 0);
        run.receive(0, 23, message("notarize", 3, b), -1, 0);
        run.add(1, 24, "Notarize", "{\"block\":" + b + "}", pending(message("notarize", 1, b)));
        run.add(1, 25, "Persist", "{}",
                "{\"pending\":[],\"durable\":[" + message("notarize", 1, b) + "]}");
        run.hold(0, 30, "notarize", b, "[0,1,3]");
        run.add(0, 30, "EnterView", "{\"view\":2}", "{\"view\":2}");
        run.add(0, 31, "Finalize", "{\"block\":" + b + "}", pending(message("finalize", 0, b)));
        run.add(2, 32, "Nullify", "{\"view\":1}", pending(
                "{\"kind\":\"nullify\",\"signer\":2,\"view\":1}"));
        run.hold(0, 40, "finalize", b, "[0,1,2]");
        run.add(0, 40, "Commit", "{\"path\":[" + b + "]}", "{\"committed\":" + b + "}");
        run.add(1, 41, "Crash", "{}", "{\"up\":false}");
        run.add(1, 60, "Restart", "{\"kept\":[],\"tip\":" + genesis() + "}",
                "{\"up\":true,\"view\":1,\"committed\":" + genesis()
                        + ",\"pending\":[],\"durable\":[]}");
        run.add(1, 61, "Commit", "{\"path\":[" + b + "]}", "{\"committed\":" + b + "}");
        run.add(2, 62, "Commit", "{\"path\":[" + b + "]}", "{\"committed\":" + b + "}");
        return run;
    }

    static String block(String name, int view) {
        return "{\"digest\":\"" + name + "\",\"view\":" + view + ",\"parentView\":0,\"parent\":\""
                + GENESIS + "\",\"valid\":true}";
    }

    static String genesis() {
        return "{\"digest\":\"" + GENESIS
                + "\",\"view\":0,\"parentView\":0,\"parent\":\"none\",\"valid\":true}";
    }

    static String message(String kind, int signer, String block) {
        return "{\"kind\":\"" + kind + "\",\"signer\":" + signer + ",\"view\":1,\"block\":" + block
                + "}";
    }

    private static String pending(String message) {
        return "{\"pending\":[" + message + "]}";
    }

    void receive(int node, long time, String message, int from, long seq) {
        line(node, from < 0 ? "{}" : "{\"" + from + "\":" + seq + "}", time, "Receive",
                "{\"message\":" + message + "}", "{}");
    }

    void hold(int node, long time, String kind, String block, String signers) {
        String certificate = "{\"kind\":\"" + kind + "\",\"view\":1,\"block\":" + block + "}";
        add(node, time, "HoldCertificate",
                "{\"certificate\":" + certificate + ",\"signers\":" + signers + "}",
                "{\"certificates\":[" + certificate + "]}");
    }

    void add(int node, long time, String action, String args, String post) {
        line(node, "{}", time, action, args, post);
    }

    private void line(
            int node, String cause, long time, String action, String args, String post) {
        long seq = seqs.merge(node, 1L, Long::sum) - 1;
        lines.add("{\"node\":" + node + ",\"seq\":" + seq + ",\"cause\":" + cause + ",\"time\":"
                + time + ",\"action\":\"" + action + "\",\"args\":" + args + ",\"post\":" + post
                + "}");
    }

    int events() {
        return lines.size() - 1;
    }

    Path write(Path file) throws IOException {
        List<String> all = new ArrayList<>(lines);
        StringBuilder last = new StringBuilder();
        seqs.forEach((node, next) -> last.append(last.isEmpty() ? "" : ",").append('"').append(node)
                .append("\":").append(next - 1));
        all.add("{\"end\":true,\"events\":" + events() + ",\"last\":{" + last + "}}");
        return Files.write(file, all);
    }

    RunTrace trace(Path folder) throws IOException {
        return RunTrace.read(write(folder.resolve("sample.ndjson")));
    }
}
