package org.quittance.trace.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

class SarifWriterTest {

    /** What SARIF 2.1.0 demands of the objects that are written: object, then required fields. */
    private static final List<List<String>> REQUIRED = List.of(
            List.of("", "version", "runs"),
            List.of("/runs/*", "tool"),
            List.of("/runs/*/tool", "driver"),
            List.of("/runs/*/tool/driver", "name"),
            List.of("/runs/*/tool/driver/rules/*", "id"),
            List.of("/runs/*/tool/driver/rules/*/shortDescription", "text"),
            List.of("/runs/*/invocations/*", "executionSuccessful"),
            List.of("/runs/*/invocations/*/toolExecutionNotifications/*", "message"),
            List.of("/runs/*/results/*", "message"),
            List.of("/runs/*/results/*/message", "text"));

    private static JsonNode sarif(List<ValidationResult> results) throws IOException {
        return JsonMapper.builder().build()
                .readTree(SarifWriter.text(results, Path.of(""), 4));
    }

    private static List<JsonNode> at(JsonNode from, String path) {
        if (path.isEmpty()) {
            return List.of(from);
        }
        String[] parts = path.substring(1).split("/", 2);
        String rest = parts.length > 1 ? "/" + parts[1] : "";
        List<JsonNode> found = new ArrayList<>();
        if (parts[0].equals("*")) {
            from.forEach(element -> found.addAll(at(element, rest)));
        } else if (from.has(parts[0])) {
            found.addAll(at(from.get(parts[0]), rest));
        }
        return found;
    }

    private static List<String> lacking(JsonNode sarif) {
        List<String> lacking = new ArrayList<>();
        for (List<String> rule : REQUIRED) {
            List<JsonNode> objects = at(sarif, rule.getFirst());
            assertThat(objects).as(rule.getFirst()).isNotEmpty();
            for (String field : rule.subList(1, rule.size())) {
                if (objects.stream().anyMatch(object -> !object.has(field))) {
                    lacking.add(rule.getFirst() + "/" + field);
                }
            }
        }
        return lacking;
    }

    @Test
    void hasWhatTheStandardDemands() throws Exception {
        JsonNode sarif = sarif(SampleResults.ALL);

        assertThat(lacking(sarif)).isEmpty();
        assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
    }

    @Test
    void theCheckOfTheStandardCanFail() throws Exception {
        JsonNode sarif = sarif(SampleResults.ALL);
        at(sarif, "/runs/*/results/*").forEach(
                result -> ((ObjectNode) result)
                        .putObject("message"));

        assertThat(lacking(sarif)).containsExactly("/runs/*/results/*/message/text");
    }

    @Test
    void whatIsWrongWithATraceIsAResultAtItsLine() throws Exception {
        List<JsonNode> results = at(sarif(SampleResults.ALL), "/runs/*/results/*");

        assertThat(results).extracting(r -> r.get("ruleId").asText())
                .containsExactly("Simplex/Notarize", "malformed");
        assertThat(results)
                .extracting(r -> r.at("/locations/0/physicalLocation/region/startLine").asInt())
                .containsExactly(18, 7);
        assertThat(results)
                .extracting(r ->
                        r.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
                .containsExactly("traces/bad.ndjson", "traces/no.ndjson");
        assertThat(results.getFirst().at("/message/text").asText())
                .contains("bad.ndjson:18: rejected", "x \\in {{1}}");
    }

    @Test
    void everyRuleOfAResultIsListed() throws Exception {
        JsonNode sarif = sarif(SampleResults.ALL);

        assertThat(at(sarif, "/runs/*/tool/driver/rules/*/id"))
                .containsAll(at(sarif, "/runs/*/results/*/ruleId"));
    }

    @Test
    void whatIsNotKnownIsNoSuccess() throws Exception {
        JsonNode failed = sarif(List.of(SampleResults.FAILED)).at("/runs/0");
        JsonNode notRun = sarif(List.of(SampleResults.NOT_RUN)).at("/runs/0");
        JsonNode accepted = sarif(List.of(SampleResults.ACCEPTED)).at("/runs/0");

        assertThat(failed.at("/results")).isEmpty();
        assertThat(failed.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(failed.at("/invocations/0/exitCode").asInt()).isEqualTo(4);
        assertThat(notRun.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(accepted.at("/results").isArray()).isTrue();
        assertThat(accepted.at("/results")).isEmpty();
        assertThat(accepted.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void aPlaceOutsideTheRootIsWholeAndAnOddNameIsEncoded() throws Exception {
        Path root = Path.of("traces").toAbsolutePath();
        ValidationResult odd = new ValidationResult(
                "", 1, Verdict.MALFORMED, "traces/a b:%.ndjson", "", "", null,
                0, 0, 0, Map.of(), Map.of(), List.of(), null, "odd");
        String text = SarifWriter.text(List.of(odd), root, 2);
        String outside = SarifWriter.text(List.of(odd), root.resolve("x"), 2);

        assertThat(text).contains("\"a%20b%3A%25.ndjson\"").doesNotContain("startLine");
        assertThat(outside).contains("\"file:///").doesNotContain("uriBaseId");
    }
}
