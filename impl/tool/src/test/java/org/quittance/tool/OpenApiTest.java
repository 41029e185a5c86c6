package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.client.HttpApi;
import org.quittance.node.driver.CommandPool;
import org.quittance.node.driver.Node;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.KeyFile;
import org.quittance.node.setup.NodeConfig;

/** The description of the client interface, held against a node that runs. */
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "0".repeat(64);

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> seen = new TreeSet<>();

    @Test
    void everyPathIsDescribedAndAnswersAsDescribed() throws Exception {
        Description description = new Description();
        assertThat(description.paths()).containsExactlyInAnyOrderElementsOf(HttpApi.PATHS);
        OneValidator made = new OneValidator(directory);
        NodeConfig config = NodeConfig.read(made.config());
        try (Node node = new Node(config, true, (code, reason) -> {
            throw new AssertionError(reason);
        }); HttpApi api = HttpApi.bind(node, config.clientListen())) {
            node.start();
            api.start();
            Calls calls = new Calls(description, made.url());
            calls.awaits("/ready", "/ready", 200);
            SealedCommand sealed = SealedCommand.seal(
                    GenesisFile.read(config.genesis()).chainId(),
                    new Command.Cancel(1, 0, 7), KeyFile.read(Path.of(made.path("trader.json"))));
            String id = CommandPool.idOf(sealed).hex();
            String body = JSON.createObjectNode().put("command", Base64.getEncoder()
                    .encodeToString(PayloadCodec.encode(sealed))).toString();
            calls.post("/v1/commands", body, 202);
            JsonNode receipt = calls.awaits("/v1/receipts/*", "/v1/receipts/" + id, 200);
            calls.accountAndProofs(receipt.path("height").asLong());
            calls.refusals();
            calls.negativeControl(receipt);
        }
        // Everything that the description names was asked for.
        for (String path : description.paths()) {
            assertThat(seen).anyMatch(it -> it.startsWith(path + " 200")
                    || it.equals(path + " 202"));
        }
    }

    private final class Calls {

        private final Description description;
        private final String url;

        Calls(Description description, String url) {
            this.description = description;
            this.url = url;
        }

        void accountAndProofs(long height) throws Exception {
            awaits("/v1/quittances/*", "/v1/quittances/" + height, 200);
            awaits("/v1/blocks/*", "/v1/blocks/1?wait=5000", 200);
            awaits("/v1/chain/*", "/v1/chain/1", 200);
            awaits("/v1/accounts/*", "/v1/accounts/1", 200);
            get("/v1/status", "/v1/status", 200);
            get("/health", "/health", 200);
            assertThat(text("/metrics").body()).contains("quittance_height_committed");
            assertThat(text("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        }

        void refusals() throws Exception {
            get("/v1/receipts/*", "/v1/receipts/" + NOBODY, 404);
            get("/v1/receipts/*", "/v1/receipts/12", 400);
            get("/v1/accounts/*", "/v1/accounts/99", 404);
            get("/v1/accounts/*", "/v1/accounts/me", 400);
            get("/v1/quittances/*", "/v1/quittances/999999999", 404);
            get("/v1/quittances/*", "/v1/quittances/0", 400);
            get("/v1/blocks/*", "/v1/blocks/999999999?wait=1", 404);
            get("/v1/blocks/*", "/v1/blocks/0", 400);
            get("/v1/blocks/*", "/v1/blocks/1?wait=long", 400);
            get("/v1/chain/*", "/v1/chain/999999999", 404);
            get("/v1/chain/*", "/v1/chain/x", 400);
            post("/v1/commands", "{}", 400);
            post("/v1/commands", "{\"command\": \"AAAA\"}", 400);
            post("/v1/commands", "x".repeat((1 << 20) + 1), 413);
            assertThat(send(HttpRequest.newBuilder(URI.create(url + "/v1/nothing")).GET())
                    .statusCode()).isEqualTo(404);
        }

        /** The comparison can fail: a field more, one less, or of another kind. */
        void negativeControl(JsonNode receipt) {
            JsonNode schema = description.schema("/v1/receipts/*", 200);
            for (ObjectNode changed : new ObjectNode[] {
                ((ObjectNode) receipt.deepCopy()).put("more", 1),
                ((ObjectNode) receipt.deepCopy()).put("height", "1"),
                ((ObjectNode) receipt.deepCopy()).without("outcome")}) {
                assertThatThrownBy(() -> description.check(changed, schema, "receipt"))
                        .isInstanceOf(AssertionError.class);
            }
        }

        JsonNode get(String path, String target, int status) throws Exception {
            return checked(path,
                    send(HttpRequest.newBuilder(URI.create(url + target)).GET()), status);
        }

        void post(String path, String body, int status) throws Exception {
            checked(path, send(HttpRequest.newBuilder(URI.create(url + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))), status);
        }

        /** Asks until the answer has this status; each answer before is one of the described. */
        JsonNode awaits(String path, String target, int status) throws Exception {
            HttpResponse<String> response = null;
            for (int k = 0; k < 1_200; k++) {
                response = send(HttpRequest.newBuilder(URI.create(url + target)).GET());
                checked(path, response, response.statusCode());
                JsonNode body = JSON.readTree(response.body());
                // A receipt is complete with its quittance.
                if (response.statusCode() == status
                        && (!path.contains("receipts") || body.has("quittance"))) {
                    return body;
                }
                Thread.sleep(100);
            }
            throw new AssertionError("no " + status + " from " + target + ": " + response);
        }

        private HttpResponse<String> text(String path) throws Exception {
            seen.add(path + " 200");
            return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        private JsonNode checked(String path, HttpResponse<String> response, int status)
                throws Exception {
            assertThat(response.statusCode()).as(path).isEqualTo(status);
            assertThat(description.statuses(path)).contains(Integer.toString(status));
            JsonNode body = JSON.readTree(response.body());
            description.check(body, description.schema(path, status), path);
            seen.add(path + " " + status);
            return body;
        }
    }
}
