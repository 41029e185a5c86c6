package org.quittance.trace.mutate;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores and survivors as JSON, for programs. */
final class ScoreJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ScoreJson() {}

    /**
     * Writes them.
     *
     * @throws IOException if the file can't be written
     */
    static void write(Assessment assessment, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "quittance-trace-mutants");
        all.put("version", 1);
        all.put("complaints", assessment.complaints());
        Map<String, Score> specs = new LinkedHashMap<>();
        assessment.by(f -> f.group().spec()).forEach((s, found) -> specs.put(s, Score.of(found)));
        all.put("specs", specs);
        List<Map<String, Object>> groups = new ArrayList<>();
        assessment.by(Finding::group).forEach((group, found) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("group", group);
            entry.put("score", Score.of(found));
            groups.add(entry);
        });
        all.put("groups", groups);
        all.put("notFound", assessment.findings().stream()
                .filter(f -> f.outcome().isSurvivor() || f.outcome() == Outcome.ELSEWHERE)
                .toList());
        JSON.writeValue(file.toFile(), all);
    }
}
