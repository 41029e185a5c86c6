package org.quittance.trace.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** But for the edit, the trace stays well formed. */
class TraceTextTest {

    private static final List<String> LINES = List.of(
            "{\"spec\":\"S\"}",
            "{\"node\":0,\"seq\":0,\"cause\":{},\"action\":\"A\",\"args\":{},\"post\":{}}",
            "{\"node\":0,\"seq\":1,\"cause\":{},\"action\":\"A\",\"args\":{},\"post\":{}}",
            "{\"node\":1,\"seq\":0,\"cause\":{\"0\":1},\"action\":\"B\",\"args\":{},\"post\":{}}",
            "{\"end\":true,\"events\":3,\"last\":{\"0\":1,\"1\":0}}");

    @TempDir private Path folder;
    private TraceText trace;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("t.ndjson");
        Files.write(file, LINES);
        trace = TraceText.read(file);
    }

    private List<String> with(Operator operator, int event) {
        Mutant mutant = new EventMutants(trace).of(event).stream()
                .filter(m -> m.operator() == operator)
                .findFirst()
                .orElseThrow();
        return trace.lines(mutant.ways().get().get(0), true);
    }

    @Test
    void unchanged() {
        assertThat(trace.lines(new Edit(0, 0, List.of()), true)).isEqualTo(LINES);
    }

    @Test
    void eventsCausesAndEndAreNumberedAnew() {
        assertThat(with(Operator.DROP, 0))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("{\"node\":0,\"seq\":0,"))
                .anyMatch(line -> line.startsWith("{\"node\":1,\"seq\":0,\"cause\":{\"0\":0}"))
                .contains("{\"end\":true,\"events\":2,\"last\":{\"0\":0,\"1\":0}}");
    }

    @Test
    void aCauseThatIsGoneIsNoCause() {
        assertThat(with(Operator.DROP, 1).get(2)).contains("\"cause\":{}");
        assertThat(with(Operator.SWAP_OTHER, 1).get(2)).contains("\"node\":1", "\"cause\":{}");
    }

    @Test
    void withoutItsLastEventItIsNoMutant() {
        assertThat(new EventMutants(trace).of(2))
                .extracting(Mutant::operator)
                .containsExactly(Operator.DUPLICATE, Operator.NODE);
    }

    @Test
    void endingsAreNoTraces() {
        assertThat(Endings.of(trace)).hasSize(7).allSatisfy((what, lines) ->
                assertThat(lines).as(what).isNotEqualTo(LINES));
    }
}
