package org.quittance.node.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.driver.CommandPool;
import org.quittance.node.driver.Node;
import org.quittance.node.driver.Status;

/** The answers to what clients ask, without HTTP. Any thread. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Node node;
    private final ProofApi proofs;

    Api(Node node) {
        this.node = node;
        this.proofs = new ProofApi(node);
    }

    ProofApi proofs() {
        return proofs;
    }

    /** An answer: a status of HTTP, and JSON. */
    record Answer(int status, ObjectNode body) {

        static Answer error(int status, String reason) {
            return new Answer(status, JSON.createObjectNode().put("error", reason));
        }
    }

    /** {@code POST /v1/commands}. */
    Answer submit(byte[] body) {
        SealedCommand command;
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode encoded = json.path("command");
            if (!encoded.isTextual()) {
                return Answer.error(400, "the body must be {\"command\": \"base64\"}");
            }
            command = PayloadCodec.decodeSealed(Base64.getDecoder().decode(encoded.asText()));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "the body is not JSON");
        } catch (IllegalArgumentException e) {
            return Answer.error(400, "the command is not base64");
        } catch (MalformedException e) {
            return Answer.error(400, "no command has these bytes: " + e.getMessage());
        } catch (java.io.IOException e) {
            return Answer.error(400, "the body can't be read");
        }
        Digest id = CommandPool.idOf(command);
        if (node.store().receipt(id).filter(it -> it.refusal().isEmpty()).isPresent()) {
            return proofs.receipt(id);
        }
        if (!node.isValid(command)) {
            return Answer.error(403, "a seal is not genuine on chain "
                    + node.validators().chainId());
        }
        return switch (node.submit(command)) {
            case NEW, KNOWN -> new Answer(202,
                    JSON.createObjectNode().put("id", id.hex()).put("state", "pending"));
            case FULL -> Answer.error(503, "too many commands wait; try again later");
            case USELESS -> Answer.error(403, "nothing can come of it as the state is now: whoever"
                    + " sealed it may not ask for it, or its nonce is out of reach");
        };
    }

    /** {@code GET /v1/status}. */
    Answer status() {
        Status status = node.status();
        return new Answer(200, JSON.createObjectNode()
                .put("chain", node.validators().chainId())
                .put("validator", node.self().index())
                .put("view", status.view())
                .put("committed", status.committed())
                .put("executed", status.executed())
                .put("quitted", status.quitted())
                .put("root", status.root())
                .put("connected", node.connected())
                .put("waiting", node.pool().size()));
    }

    /** {@code GET /ready}. */
    Answer ready() {
        return node.isReady()
                ? new Answer(200, JSON.createObjectNode().put("ready", true))
                : Answer.error(503, "not ready: behind, or connected to too little weight");
    }

    /** {@code GET /health}. */
    Answer health() {
        return node.status().stopped()
                ? Answer.error(503, "the replica has stopped for good")
                : new Answer(200, JSON.createObjectNode().put("healthy", true));
    }

    String metrics() {
        return node.counters().scrape();
    }

    void answered(String path, int status) {
        node.counters().answered(path, status);
    }
}
