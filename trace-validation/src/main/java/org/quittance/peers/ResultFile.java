package org.quittance.peers;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.peers.Comparison.Result;
import org.quittance.peers.Comparison.Run;
import org.quittance.peers.Comparison.Trial;

/** Results as JSON, with what they were measured on. */
final class ResultFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultFile() {}

    /**
     * Writes them, so far as there are any.
     *
     * @param about what else is to be known of them
     * @throws IOException if the file can't be written
     */
    static void write(Path file, Map<String, Object> about, List<Result> results)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text(about, results) + "\n", StandardCharsets.UTF_8);
    }

    static String text(Map<String, Object> about, List<Result> results) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("checkers", results.stream().map(ResultFile::fields).toList());
        return JSON.writeValueAsString(all);
    }

    /** The machine and the day. */
    static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("date", LocalDate.now().toString());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("system", property("os.name") + " " + property("os.arch"));
        machine.put("java", property("java.vm.name") + " " + property("java.vm.version"));
        return machine;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static Map<String, Object> fields(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", result.name());
        fields.put("version", result.version());
        fields.put("runs", result.runs().stream().map(ResultFile::fields).toList());
        fields.put("mutants", result.trials().stream().map(ResultFile::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Run run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("events", run.events());
        fields.put("bytes", run.bytes());
        fields.put("verdict", Comparison.word(run.verdict()));
        usage(run.usage(), fields);
        return fields;
    }

    private static Map<String, Object> fields(Trial trial) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mutant", trial.mutant());
        fields.put("verdict", Comparison.word(trial.verdict()));
        usage(trial.usage(), fields);
        return fields;
    }

    private static void usage(Meter.Usage usage, Map<String, Object> fields) {
        if (!usage.stopped()) {
            fields.put("status", usage.status());
        }
        fields.put("cpuSeconds", usage.cpuSeconds());
        fields.put("wallSeconds", usage.wallSeconds());
        usage.peakKib().ifPresent(kib -> fields.put("peakKib", kib));
        fields.put("printedBytes", usage.printed());
    }
}
