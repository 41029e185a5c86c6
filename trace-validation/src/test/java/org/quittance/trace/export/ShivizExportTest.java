package org.quittance.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.trace.format.MalformedTraceException;

class ShivizExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    /** An event of a log, taken apart as ShiViz does it. */
    private record Entry(String host, Map<String, Integer> clock, String event) {}

    private static List<Entry> entries(String log) throws Exception {
        List<String> lines = log.lines().toList();
        assertThat(lines.get(1)).isEmpty();
        Pattern expression = Pattern.compile(lines.get(0));
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            Matcher match = expression.matcher(line);
            assertThat(match.matches()).as(line).isTrue();
            Map<String, Integer> clock = new HashMap<>();
            JsonNode json = JSON.readTree(match.group("clock"));
            json.fieldNames().forEachRemaining(n -> clock.put(n, json.get(n).asInt()));
            entries.add(new Entry(match.group("host"), clock, match.group("event")));
        }
        return entries;
    }

    /**
     * What ShiViz demands: a host's own clock counts 1, 2, ..., and no entry knows of an event that
     * stands further down, or less than what it knows of knew.
     */
    private static List<String> faults(List<Entry> entries) {
        Map<String, List<Map<String, Integer>>> seen = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Entry entry : entries) {
            List<Map<String, Integer>> own =
                    seen.computeIfAbsent(entry.host(), h -> new ArrayList<>());
            own.add(entry.clock());
            entry.clock().forEach((host, count) -> {
                List<Map<String, Integer>> theirs = seen.getOrDefault(host, List.of());
                if (host.equals(entry.host()) && count != own.size() || count > theirs.size()) {
                    faults.add(entry + ": " + host);
                } else {
                    theirs.get(count - 1).forEach((h, c) -> {
                        if (entry.clock().getOrDefault(h, 0) < c) {
                            faults.add(entry + " forgets " + h);
                        }
                    });
                }
            });
        }
        return faults;
    }

    private static String log(Path trace) throws Exception {
        StringWriter text = new StringWriter();
        ShivizExport.write(trace, ExportedRun.catalogue(), text);
        return text.toString();
    }

    @Test
    void clocksAreVectorClocks() throws Exception {
        List<Entry> entries = entries(log(ExportedRun.accepted("crash")));

        assertThat(entries).hasSize(300);
        assertThat(faults(entries)).isEmpty();
        assertThat(entries).anyMatch(e -> e.clock().size() == 4);
    }

    @Test
    void theCheckOfClocksCanFail() {
        Entry one = new Entry("a", Map.of("a", 1), "");

        assertThat(faults(List.of(one, one))).hasSize(1);
        assertThat(faults(List.of(new Entry("b", Map.of("b", 1, "a", 1), ""), one))).hasSize(1);
    }

    @Test
    void aReceiptKnowsOfItsCause() throws Exception {
        List<Entry> entries = entries(log(ExportedRun.accepted("calm")));
        Entry receipt = entries.stream()
                .filter(e -> e.event().startsWith("Receive(propose 1dca4faa@1 by 3"))
                .findFirst()
                .orElseThrow();

        assertThat(receipt.clock()).containsEntry("node3", 2);
        assertThat(entries.get(0))
                .isEqualTo(new Entry("node3", Map.of("node3", 1), "Propose(1dca4faa@1)"));
    }

    @Test
    void aRejectedRunIsALogTooAndWhatIsNoTraceIsNone() throws Exception {
        Path none = Files.writeString(folder.resolve("x"), "{}\n");

        assertThat(entries(log(ExportedRun.rejected("dropped-vote")))).hasSize(21);
        assertThatThrownBy(() -> log(none)).isInstanceOf(MalformedTraceException.class);
    }
}
