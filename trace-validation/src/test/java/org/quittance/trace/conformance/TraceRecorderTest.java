package org.quittance.trace.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;
import org.quittance.trace.mapping.MappingFile;

class TraceRecorderTest {

    private static final Path COUNTER = Path.of("src/test/resources/counter/counter.json");

    @TempDir private Path folder;

    @Test
    void whatSeveralThreadsLogIsOneTrace() throws Exception {
        Path file = folder.resolve("run.ndjson");
        Conformance spec = Conformance.to(COUNTER);
        try (TraceRecorder trace = spec.recorder(file, "threads")) {
            trace.begin(RunHeader.of(4).with("most", 2));
            List<Thread> threads = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                int id = node;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int k = 1; k <= 200; k++) {
                        trace.log(id, "Add", Map.of("by", 1), Map.of("count", k));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        ValidationResult result = spec.check(file);
        assertThat(Conformance.text(result)).isEqualTo("accepted " + file + ": 800 events");
        assertThat(result.nodes()).containsEntry(3, 200);
    }

    @Test
    void aStepThatTheSpecDoesNotAllowIsFound() throws IOException {
        Path file = folder.resolve("run.ndjson");
        Conformance spec = Conformance.to(COUNTER);
        try (TraceRecorder trace = spec.recorder(file, "too much")) {
            trace.begin(RunHeader.of(1).with("most", 2).withSeed(7).withCommit("abc"));
            assertThat(trace.log(0, "Add", Map.of("by", 2), Map.of("count", 2))).isEqualTo(0);
            assertThat(trace.log(0, "Add", Map.of("by", 3), Map.of("count", 5))).isEqualTo(1);
        }
        ValidationResult result = spec.check(file);
        assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(result.seed()).isEqualTo(7);
        assertThat(result.commit()).isEqualTo("abc");
        assertThatThrownBy(() -> spec.require(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(file + ":3: rejected: node 0, seq 1")
                .hasMessageContaining("k <= Most");
    }

    @Test
    void whatCannotBeWrittenLeavesNoWholeTrace() throws IOException {
        Path file = folder.resolve("run.ndjson");
        Conformance spec = Conformance.to(COUNTER);
        try (TraceRecorder trace = spec.recorder(file, "unfit")) {
            trace.begin(RunHeader.of(1).with("most", 2));
            trace.log(0, "Add", Map.of("by", 2), Map.of("count", 2));
            assertThatThrownBy(
                            () -> trace.log(0, "Add", Map.of("by", new Object()), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("values of Add can't be written as JSON");
            assertThat(trace.problem()).contains("values of Add");
        }
        assertThat(spec.check(file).verdict()).isEqualTo(Verdict.MALFORMED);
        assertThatThrownBy(() -> spec.require(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without an end marker");
    }

    @Test
    void aTraceBeginsOnceAndEndsOnce() throws IOException {
        Path file = folder.resolve("run.ndjson");
        TraceRecorder trace = Conformance.to(COUNTER).recorder(file, "order");
        assertThatThrownBy(() -> trace.log(0, "Add", Map.of(), Map.of()))
                .hasMessageContaining("has not begun");
        trace.begin(1);
        assertThatThrownBy(() -> trace.begin(1)).hasMessageContaining("begun already");
        trace.close();
        trace.close();
        assertThatThrownBy(() -> trace.log(0, "Add", Map.of(), Map.of()))
                .hasMessageContaining("still logs Add");
        assertThatThrownBy(() -> RunHeader.of(0)).hasMessageContaining("at least one node");
    }

    @Test
    void setsFunctionsAndFieldsAreWrittenInTheOrderOfTraces() throws IOException {
        Path mapping = folder.resolve("m.json");
        Files.writeString(folder.resolve("M.tla"), "");
        Files.writeString(mapping, """
                {"name": "M", "traceSpec": "M", "actions": {"Do": {
                  "args": {"s": "Set({ b: Int, a: Str })", "f": "Int -> Bool"},
                  "post": {"p": "Set(<<Int, Str>>)", "q": "Set(Int)"}}}}
                """);
        Path file = folder.resolve("run.ndjson");
        Map<Integer, Boolean> function = new LinkedHashMap<>();
        function.put(10, true);
        function.put(9, false);
        try (TraceRecorder trace =
                new TraceRecorder(file, MappingFile.read(mapping), "order")) {
            trace.begin(1);
            trace.log(
                    0,
                    "Do",
                    Map.of(
                            "f", function,
                            "s", Set.of(new Pair("y", 10), new Pair("x", 9), new Pair("z", 9))),
                    Map.of(
                            "q", Set.of(10, 9, -1),
                            "p", Set.of(List.of(2, "a"), List.of(1, "b"), List.of(1, "a"))),
                    Map.of());
        }
        assertThat(Files.readAllLines(file).get(1)).contains(
                "\"args\":{\"s\":[{\"b\":9,\"a\":\"x\"},{\"b\":9,\"a\":\"z\"},"
                        + "{\"b\":10,\"a\":\"y\"}],\"f\":{\"9\":false,\"10\":true}}",
                "\"post\":{\"p\":[[1,\"a\"],[1,\"b\"],[2,\"a\"]],\"q\":[-1,9,10]}");
    }

    /** A record of a program. */
    public record Pair(String a, int b) {}
}
