package org.quittance.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.models.InputException;
import org.quittance.trace.Traces;
import picocli.CommandLine;

/**
 * Runs of the simulator, written as if each node had recorded itself, are followed and merged; the
 * specs say of them what they say of the runs as they were.
 */
class FollowCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path cluster;

    @TempDir private Path out;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new TraceCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    said.write(String.valueOf(exception.getMessage()));
                    return exception instanceof InputException ? 2 : 70;
                })
                .execute(arguments);
    }

    private int follow(Object... folders) {
        List<String> all = new ArrayList<>(List.of(
                "validate", "--follow", "--specs", Traces.SPECS.toString(), "--lag", "1",
                "--patience", "2", "--out", out.toString()));
        for (Object folder : folders) {
            all.add(folder.toString());
        }
        return run(all.toArray(String[]::new));
    }

    private Path node(int node) {
        return cluster.resolve("node-" + node).resolve("trace");
    }

    /** Writes what each node did of a sample as its lives, with an end if it should have one. */
    private void split(String sample, String kind, int silent, UnaryOperator<String> change)
            throws IOException {
        List<String> lines = Files.readAllLines(Traces.SAMPLES.resolve("accepted/" + sample));
        if (!(JSON.readTree(lines.get(0)) instanceof ObjectNode header)) {
            throw new IOException("no header");
        }
        List<Integer> byzantine = new ArrayList<>();
        header.path("byzantine").forEach(each -> byzantine.add(each.asInt()));
        if (header.has("byzantine")) {
            header.putArray("byzantine");
        }
        boolean isOfOne = kind.equals("settlement");
        int all = isOfOne ? 1 : header.path("validators").size();
        for (int node = 0; node < all; node++) {
            if (!byzantine.contains(node)) {
                split(lines.subList(1, lines.size() - 1), header, kind, node, node != silent,
                        change);
            }
        }
    }

    private void split(List<String> events, JsonNode header, String kind, int node,
            boolean ends, UnaryOperator<String> change) throws IOException {
        int life = 1;
        int durable = 0;
        List<String> lines = new ArrayList<>(List.of(first(header, node, life, durable)));
        int seq = 0;
        for (String line : events) {
            if (!(JSON.readTree(line) instanceof ObjectNode event)
                    || event.path("node").asInt() != node) {
                continue;
            }
            String action = event.path("action").asText();
            durable += action.equals("Persist") || action.equals("Send") ? 1 : 0;
            if (action.equals("EndBlock")) {
                durable = event.path("post").path("height").asInt() - 1;
            }
            if (action.equals("Crash")) {
                write(kind, node, life++, lines);
                lines = new ArrayList<>(List.of(first(header, node, life, durable)));
                seq = 0;
            } else {
                if (action.equals("Execute")) {
                    // Here each node says itself that a block is final.
                    lines.add(order(event, seq++));
                }
                event.put("seq", seq++).putObject("cause");
                lines.add(change.apply(event.toString()));
            }
        }
        if (ends) {
            lines.add("{\"end\":true,\"durable\":" + durable + "}");
        }
        write(kind, node, life, lines);
    }

    private static String order(ObjectNode execute, int seq) {
        ObjectNode order = execute.deepCopy();
        order.put("seq", seq).put("action", "Order").putObject("cause");
        order.putObject("post");
        ObjectNode args = order.putObject("args");
        for (String name : List.of("height", "command", "quitted")) {
            args.set(name, execute.path("args").path(name));
        }
        return order.toString();
    }

    private static String first(JsonNode header, int node, int life, int durable) {
        ObjectNode first = JSON.createObjectNode().put("format", "quittance-node-trace")
                .put("version", 1).put("node", node).put("life", life).put("durable", durable);
        first.set("header", header);
        return first.toString();
    }

    private void write(String kind, int node, int life, List<String> lines) throws IOException {
        Files.createDirectories(node(node));
        Files.write(node(node).resolve(kind + "-" + life + ".ndjson"), lines);
    }

    @Test
    void aClusterIsAcceptedWhenAllHaveEnded() throws Exception {
        split("calm.ndjson", "ordering", -1, line -> line);
        split("system-calm.ndjson", "system", -1, line -> line);
        split("market-book.ndjson", "settlement", -1, line -> line);

        assertThat(follow(cluster)).as("%s", said).isZero();
        assertThat(said.toString()).contains("140 events validated", "96 events validated",
                "74 events validated");
        assertThat(out.resolve("ordering.json")).content().contains("\"accepted\"");
        assertThat(out.resolve("settlement-1.json")).content().contains("\"accepted\"");
    }

    /** Lives follow each other; the crashes between them are put in again. */
    @Test
    void crashesArePutIn() throws Exception {
        split("crash-of-all.ndjson", "ordering", -1, line -> line);
        split("system-crash.ndjson", "system", -1, line -> line);

        assertThat(follow(cluster)).as("%s", said).isZero();
        assertThat(run("merge", "--out", out.resolve("merged").toString(), cluster.toString()))
                .isZero();
        assertThat(said.toString()).contains("ordering.ndjson: 320 events, 4 crashes",
                "system.ndjson: 374 events, 5 crashes");
    }

    @Test
    void whoseFolderIsNotGivenIsByzantine() throws Exception {
        split("equivocation.ndjson", "ordering", -1, line -> line);
        split("system-two-roots.ndjson", "system", -1, line -> line);

        assertThat(follow(node(0), node(1), node(2))).as("%s", said).isZero();
        assertThat(follow(cluster)).isEqualTo(3);
        assertThat(said.toString()).contains("of 4 validators only 3 write traces");
    }

    @Test
    void aWrongEventIsNamedWithItsPlaceAndGuard() throws Exception {
        split("calm.ndjson", "ordering", -1, line -> line.replaceFirst(
                "(\"node\":2,.*\"action\":\"EnterView\",.*\"post\":\\{\"view\":)3", "$14"));
        split("system-calm.ndjson", "system", -1, line -> line);

        assertThat(follow(cluster)).as("%s", said).isEqualTo(1);
        assertThat(said.toString()).contains("rejected: node 2, seq ", "EnterView",
                "The event stands in " + node(2).resolve("ordering-1.ndjson") + ":");
    }

    @Test
    void whoFallsSilentIsNamed() throws Exception {
        split("calm.ndjson", "ordering", 2, line -> line);
        split("system-calm.ndjson", "system", -1, line -> line);

        assertThat(follow(cluster)).as("%s", said).isEqualTo(3);
        assertThat(said.toString()).containsPattern(
                "not run +\\S+ordering.*, 140 events validated\\s+not validated further:"
                        + " node 2 silent for \\d+ s");
    }

    @Test
    void whatIsNoTraceIsSaidInALine() throws Exception {
        assertThat(follow(cluster)).isEqualTo(2);
        assertThat(said.toString()).contains("there are no traces of nodes in " + cluster);
        split("calm.ndjson", "ordering", -1, line -> "{\"seq\":7}");
        split("system-calm.ndjson", "system", -1, line -> line);
        assertThat(follow(cluster)).isEqualTo(2);
        assertThat(said.toString()).contains("ordering-1.ndjson:2: not event 0 of node 0");
        assertThat(run("merge", "--out", out.toString(), cluster.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("there is no folder");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        split("calm.ndjson", "ordering", -1, line -> line);
        split("system-calm.ndjson", "system", -1, line -> line);
        try (ServerSocket taken = new ServerSocket(0, 1,
                java.net.InetAddress.getLoopbackAddress())) {
            assertThat(follow("--metrics-port", taken.getLocalPort(), cluster)).isEqualTo(2);
        }
        assertThat(said.toString()).contains("--metrics-port", "name another port");
    }

    @Test
    void theHeaderHasNoByzantineOfItsOwn() throws Exception {
        split("calm.ndjson", "ordering", -1, line -> line);
        split("system-calm.ndjson", "system", -1, line -> line);
        assertThat(run("merge", "--out", out.toString(), node(0).toString(), node(1).toString(),
                node(2).toString())).as("%s", said).isZero();
        JsonNode header = JSON.readTree(Files.readAllLines(out.resolve("ordering.ndjson")).get(0));
        ArrayNode missing = JSON.createArrayNode().add(3);
        assertThat(header.path("byzantine")).isEqualTo(missing);
    }
}
