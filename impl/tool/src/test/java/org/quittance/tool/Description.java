package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What {@code openapi.yaml} says, as far as it is used there. */
final class Description {

    private final JsonNode root;

    Description() throws IOException {
        root = new YAMLMapper().readTree(Files.readString(
                Path.of("../node/src/main/resources/openapi.yaml")));
    }

    /** All paths, with {@code *} for names in braces. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        root.path("paths").fieldNames().forEachRemaining(
                path -> paths.add(path.replaceAll("\\{\\w+}", "*")));
        return paths;
    }

    /** The statuses that the operation on a path may answer with. */
    Set<String> statuses(String path) {
        Set<String> statuses = new TreeSet<>();
        responses(path).fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private JsonNode responses(String path) {
        JsonNode found = null;
        for (var entry : root.path("paths").properties()) {
            if (entry.getKey().replaceAll("\\{\\w+}", "*").equals(path)) {
                found = entry.getValue().elements().next().path("responses");
            }
        }
        assertThat(found).as("responses of %s", path).isNotNull();
        return found;
    }

    /** The schema of an answer in JSON. */
    JsonNode schema(String path, int status) {
        JsonNode schema = resolve(responses(path).path(Integer.toString(status)))
                .path("content").path("application/json").path("schema");
        assertThat(schema.isObject()).as("schema of %s %d", path, status).isTrue();
        return schema;
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    /** Demands that a value is as the schema says, with no field that it doesn't name. */
    void check(JsonNode value, JsonNode schemaOrReference, String where) {
        JsonNode schema = resolve(schemaOrReference);
        if (schema.has("const")) {
            assertThat(value).as(where).isEqualTo(schema.path("const"));
            return;
        }
        switch (schema.path("type").asText()) {
            case "string" -> {
                assertThat(value.isTextual()).as(where).isTrue();
                if (schema.has("pattern")) {
                    assertThat(value.asText()).as(where).matches(schema.path("pattern").asText());
                }
            }
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                value.forEach(item -> check(item, schema.path("items"), where + "[]"));
            }
            case "object" -> {
                assertThat(value.isObject()).as(where).isTrue();
                schema.path("required").forEach(name ->
                        assertThat(value.has(name.asText())).as("%s.%s", where, name).isTrue());
                value.properties().forEach(field -> {
                    assertThat(schema.path("properties").has(field.getKey()))
                            .as("%s.%s is described", where, field.getKey()).isTrue();
                    check(field.getValue(), schema.path("properties").path(field.getKey()),
                            where + "." + field.getKey());
                });
            }
            default -> throw new AssertionError(where + " has a schema of no known type");
        }
    }
}
