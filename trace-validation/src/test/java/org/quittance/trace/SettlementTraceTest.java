package org.quittance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.format.Trace;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.replay.Stepper;

/** Traces of Settlement, with amounts that are larger than TLC's numbers. */
class SettlementTraceTest {

    private static final SettlementLines EXAMPLE = SettlementExample.events();

    @TempDir private Path folder;

    @Test
    void bothWaysAcceptTheExample() throws Exception {
        ValidationResult result = Traces.VALIDATOR.validate(write(EXAMPLE.events()));

        assertThat(result.problem()).isNull();
        assertThat(result.rejection()).isNull();
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.events()).isEqualTo(EXAMPLE.events().size());
        assertThat(result.states()).isEqualTo(EXAMPLE.events().size() + 1L);
        assertThat(result.spec()).isEqualTo("Settlement");
    }

    @Test
    void bothWaysRejectAWrongAmountAndExplainIt() throws Exception {
        List<ObjectNode> events = copy();
        int fill = find(events, "Fill");
        ((ObjectNode) events.get(fill).at("/post/cash")).put("5", 9_988_000_000_001L);

        ValidationResult result = Traces.VALIDATOR.validate(write(events));

        assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(result.rejection().event()).isEqualTo(fill + 1);
        assertThat(result.rejection().variable()).isEqualTo("cash");
        assertThat(String.join("\n", result.rejection().message()))
                .contains("9988000000000", "9988000000001", "Fill(1)")
                .doesNotContain("1000000000,");
    }

    @Test
    void aWrongReasonIsRejected() throws Exception {
        List<ObjectNode> events = copy();
        int reject = find(events, "Reject");
        ((ObjectNode) events.get(reject).get("args")).put("reason", "HALTED");

        EngineOutcome outcome = replay(events);

        assertThat(outcome).isInstanceOf(EngineOutcome.Rejected.class);
        assertThat(((EngineOutcome.Rejected) outcome).accepted()).isEqualTo(reject);
        assertThat(((EngineOutcome.Rejected) outcome).explanation().values())
                .anyMatch(value -> value.contains("STALE_PRICE"));
    }

    /** Every number of every event is checked: none can be another. */
    @Test
    void noNumberCanBeAnother() throws Exception {
        Trace trace = read(EXAMPLE.events());
        List<Candidate> mutants = new ArrayList<>();
        for (int k = 0; k < EXAMPLE.events().size(); k++) {
            for (String path : numbers(EXAMPLE.events().get(k))) {
                List<ObjectNode> events = copy();
                ObjectNode event = events.get(k);
                change(event, path);
                String name = "event " + k + ", " + event.get("action").asText() + path;
                if (!canBeAnother(name)) {
                    try {
                        mutants.add(new Candidate(k, read(events).events().get(k), name));
                    } catch (MalformedTraceException e) {
                        // Sets of which the order is wrong now: found already.
                        assertThat(e).hasMessageContaining("ascending");
                    }
                }
            }
        }
        assertThat(mutants.size()).isGreaterThan(200);
        assertThat(allowed(trace, mutants)).isEmpty();
    }

    /** Any quorum will do, and of a refused command only what it is refused for matters. */
    private static boolean canBeAnother(String name) {
        return name.contains("/signers/") || name.contains("Reject/args/command/");
    }

    /** An event to try in the place of the one after so many. */
    private record Candidate(int after, Event event, String name) {}

    private static List<String> allowed(Trace trace, List<Candidate> candidates)
            throws Exception {
        List<String> allowed = new ArrayList<>();
        try (ReplaySession session = Traces.session(trace)) {
            Stepper.State state = session.initial();
            for (int k = 0; k < trace.events().size(); k++) {
                for (Candidate candidate : candidates) {
                    if (candidate.after() == k
                            && session.take(state, candidate.event())
                                    instanceof Stepper.Taken.Next) {
                        allowed.add(candidate.name());
                    }
                }
                state = ((Stepper.Taken.Next) session.take(state, trace.events().get(k))).state();
            }
        }
        return allowed;
    }

    private Trace read(List<ObjectNode> events) throws Exception {
        return Traces.read("example.ndjson", write(events));
    }

    private EngineOutcome replay(List<ObjectNode> events) throws Exception {
        return Traces.replay(read(events));
    }

    private Path write(List<ObjectNode> events) throws Exception {
        return Files.write(folder.resolve("example.ndjson"), EXAMPLE.lines(events));
    }

    private static List<ObjectNode> copy() {
        List<ObjectNode> copy = new ArrayList<>();
        EXAMPLE.events().forEach(event -> copy.add(event.deepCopy()));
        return copy;
    }

    private static int find(List<ObjectNode> events, String action) {
        int k = 0;
        while (!events.get(k).get("action").asText().equals(action)) {
            k++;
        }
        return k;
    }

    /** The paths of all numbers in args and post. */
    private static List<String> numbers(ObjectNode event) {
        List<String> paths = new ArrayList<>();
        numbers(event.get("args"), "/args", paths::add);
        numbers(event.get("post"), "/post", paths::add);
        return paths;
    }

    private static void numbers(JsonNode node, String path, Consumer<String> found) {
        if (node.isIntegralNumber()) {
            found.accept(path);
        } else if (node.isObject()) {
            node.properties().forEach(
                    field -> numbers(field.getValue(), path + "/" + field.getKey(), found));
        } else {
            for (int k = 0; k < node.size(); k++) {
                numbers(node.get(k), path + "/" + k, found);
            }
        }
    }

    private static void change(ObjectNode event, String path) {
        int end = path.lastIndexOf('/');
        JsonNode parent = event.at(path.substring(0, end));
        String last = path.substring(end + 1);
        long changed = event.at(path).longValue() + 1;
        if (parent instanceof ObjectNode object) {
            object.put(last, changed);
        } else {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
                    .set(Integer.parseInt(last), changed);
        }
    }
}
