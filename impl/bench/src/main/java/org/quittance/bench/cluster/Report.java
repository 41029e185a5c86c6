package org.quittance.bench.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.quittance.bench.cluster.Contender.Measurement;

/** Medians over rounds, as a table and as JSON with all that was measured. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PEER = "bft-smart";

    private final Map<Key, List<Row>> settings = new LinkedHashMap<>();
    private final List<Row> rows;
    private final List<String> notRun;

    private record Key(String system, int clients, int bytes) {}

    Report(List<Row> rows, List<String> notRun) {
        this.rows = List.copyOf(rows);
        this.notRun = List.copyOf(notRun);
        for (Row row : rows) {
            settings.computeIfAbsent(new Key(row.system(), row.clients(), row.bytes()),
                    key -> new ArrayList<>()).add(row);
        }
    }

    static double median(List<Row> rows, ToDoubleFunction<Row> value) {
        double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static ToDoubleFunction<Row> of(ToDoubleFunction<Measurement> value) {
        return row -> value.applyAsDouble(row.measurement());
    }

    /** In Markdown. */
    String table() {
        StringBuilder text = new StringBuilder("""
                | system | clients | bytes | answers/s | ratio | p50 ms | p99 ms \
                | quittance p50 | p99 | in a block | CPU ms, replicas | clients |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        settings.forEach((key, of) -> text.append(String.format(Locale.ROOT,
                "| %s | %d | %d | %,.0f | %s | %.1f | %.1f | %s | %s | %s | %.2f | %.2f |%n",
                key.system(), key.clients(), key.bytes(), median(of, Row::perSecond),
                ratio(key, of),
                median(of, of(m -> m.loop().p50())), median(of, of(m -> m.loop().p99())),
                known(median(of, of(Measurement::settledP50))),
                known(median(of, of(Measurement::settledP99))),
                known(median(of, of(Measurement::perBlock))),
                median(of, of(Measurement::serverMillis)),
                median(of, of(Measurement::clientMillis)))));
        notRun.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** How many times as fast as BFT-SMaRt with as many clients. */
    private String ratio(Key key, List<Row> of) {
        List<Row> peer = settings.get(new Key(PEER, key.clients(), key.bytes()));
        return peer == null || key.system().equals(PEER)
                ? "–"
                : String.format(Locale.ROOT, "%.2f",
                        median(of, Row::perSecond) / median(peer, Row::perSecond));
    }

    private static String known(double value) {
        return value > 0 ? String.format(Locale.ROOT, "%.1f", value) : "–";
    }

    /** Writes all of it. */
    void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("java", Runtime.version().toString())
                .put("processors", Runtime.getRuntime().availableProcessors());
        ArrayNode all = json.putArray("rows");
        rows.forEach(row -> all.add(JSON.valueToTree(row)));
        notRun.forEach(json.putArray("notRun")::add);
        Files.writeString(file, json.toPrettyString() + "\n");
        Files.writeString(Path.of(file.toString().replaceAll("\\.json$", "") + ".md"), table());
    }
}
