package org.quittance.trace.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.trace.Verdict;

class ItfExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What there can be besides the JSON that a value looks like. */
    private static final Set<String> SPECIAL = Set.of("#bigint", "#set", "#map", "#tup");

    /** What in a value is not of the format: bare numbers, nulls, unknown marks, odd maps. */
    private static List<String> faults(JsonNode value) {
        List<String> faults = new ArrayList<>();
        if (value.isNumber() || value.isNull()) {
            faults.add(value.toString());
        }
        for (String name : (Iterable<String>) value::fieldNames) {
            if (name.startsWith("#") && (!SPECIAL.contains(name) || value.size() != 1)) {
                faults.add(name);
            }
        }
        if (value.has("#bigint") && !value.get("#bigint").asText().matches("-?[0-9]+")) {
            faults.add(value.toString());
        }
        for (JsonNode entry : value.path("#map")) {
            if (entry.size() != 2) {
                faults.add(entry.toString());
            }
        }
        value.forEach(child -> faults.addAll(faults(child)));
        return faults;
    }

    @ParameterizedTest
    @CsvSource({
        "calm, 141, messages, received",
        "system-crash, 375, chain, heard",
        "market-large-book, 75, cash, floor"
    })
    void hasAllStatesAndTheVariablesOfTheSpecOnly(
            String sample, int states, String variable, String ofTheTraceSpec) throws Exception {
        JsonNode itf = JSON.readTree(ExportedRun.itf(ExportedRun.accepted(sample)));

        List<String> vars = new ArrayList<>();
        itf.get("vars").forEach(v -> vars.add(v.asText()));
        assertThat(vars).contains(variable).doesNotContain(ofTheTraceSpec);
        assertThat(itf.get("states")).hasSize(states);
        int index = 0;
        for (JsonNode state : itf.get("states")) {
            assertThat(state.at("/#meta/index").asInt()).isEqualTo(index);
            assertThat(state.size()).isEqualTo(vars.size() + 1);
            for (String name : vars) {
                assertThat(faults(state.get(name))).as(name + " in " + index).isEmpty();
            }
            index++;
        }
    }

    @Test
    void theCheckOfTheFormatCanFail() throws Exception {
        assertThat(faults(JSON.readTree("{\"x\":7}"))).containsExactly("7");
        assertThat(faults(JSON.readTree("{\"#mop\":[]}"))).containsExactly("#mop");
        assertThat(faults(JSON.readTree("{\"#map\":[[1]]}"))).contains("[1]");
        assertThat(faults(JSON.readTree("{\"#bigint\":\"\\\"#1\\\"\"}"))).isNotEmpty();
    }

    @Test
    void valuesAreThoseOfTheTrace() throws Exception {
        JsonNode itf = JSON.readTree(ExportedRun.itf(ExportedRun.accepted("calm")));
        JsonNode state = itf.get("states").get(1);

        assertThat(state.at("/#meta/action").asText()).isEqualTo("Propose");
        assertThat(state.at("/#meta/line").asInt()).isEqualTo(2);
        JsonNode pending = state.at("/pending/#map/3");
        assertThat(pending.get(0)).isEqualTo(JSON.readTree("{\"#bigint\":\"3\"}"));
        assertThat(pending.get(1).get(0).at("/block/digest").asText())
                .startsWith("1dca4faad4f5801d").hasSize(64);
        assertThat(pending.get(1).get(0).at("/block/valid").isBoolean()).isTrue();
    }

    @Test
    void largeAmountsAreNumbers() throws Exception {
        String text = ExportedRun.itf(ExportedRun.accepted("market-large-book"));

        assertThat(text).containsPattern("\"#bigint\":\"[0-9]{12,}\"")
                .doesNotContain("\"1000000000\"},{\"#bigint\"");
    }

    @Test
    void endsBeforeTheRejectedEvent() throws Exception {
        List<Integer> seen = new ArrayList<>();
        Run.End end = ExportedRun.visit(
                ExportedRun.rejected("dropped-vote"), point -> seen.add(point.index()));

        assertThat(end.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(end.events()).isEqualTo(16);
        assertThat(end.problem()).contains("dropped-vote.ndjson:18: event 17 is rejected");
        assertThat(seen).hasSize(17);
    }
}
