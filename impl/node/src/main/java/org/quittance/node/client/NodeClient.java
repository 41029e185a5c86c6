package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/** Asks one node. What it answers is for {@link Checks} to believe. */
public final class NodeClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** No answer of a node is longer. */
    private static final int MOST_BYTES = 64 << 20;

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * A client of a server.
     *
     * @param server such as {@code http://127.0.0.1:8000}
     */
    public NodeClient(URI server) {
        this.server = server;
    }

    /** What a server answered. */
    public record Answer(int status, JsonNode body) {

        /** In words, if it is a refusal. */
        public String error() {
            return body.path("error").asText("status " + status);
        }
    }

    /** Submits a command. */
    public Answer submit(SealedCommand command) throws Refusal, InterruptedException {
        String body = JSON.createObjectNode().put("command", Base64.getEncoder()
                .encodeToString(PayloadCodec.encode(command))).toString();
        return send(HttpRequest.newBuilder(server.resolve("/v1/commands"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Gets what is at a path. */
    public Answer get(String path) throws Refusal, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    private Answer send(HttpRequest.Builder request) throws Refusal, InterruptedException {
        try {
            HttpResponse<InputStream> response = http.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException("more than " + MOST_BYTES + " bytes");
                }
                return new Answer(response.statusCode(), JSON.readTree(bytes));
            }
        } catch (IOException e) {
            throw new Refusal(ExitCode.NETWORK, server + " does not answer as a node does: "
                    + Refusal.reason(e));
        }
    }
}
