package org.quittance.trace.perturb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** What perturbations look for and make. */
final class Events {

    private Events() {}

    static Predicate<ObjectNode> is(String action) {
        return e -> e.get("action").asText().equals(action);
    }

    static Predicate<ObjectNode> of(int node) {
        return e -> e.get("node").asInt() == node;
    }

    static Predicate<ObjectNode> of(ObjectNode other) {
        return of(other.get("node").asInt());
    }

    static Predicate<ObjectNode> where(String path, Object value) {
        return e -> e.at(path).asText().equals(
                value instanceof JsonNode node ? node.asText() : String.valueOf(value));
    }

    static Predicate<ObjectNode> receives(JsonNode message) {
        return is("Receive").and(e -> e.at("/args/message").equals(message));
    }

    static Predicate<ObjectNode> holds(String kind) {
        return is("HoldCertificate").and(where("/args/certificate/kind", kind));
    }

    static ObjectNode args(ObjectNode event) {
        return (ObjectNode) event.get("args");
    }

    static ObjectNode post(ObjectNode event) {
        return (ObjectNode) event.get("post");
    }

    static ArrayNode list(ObjectNode object, String name) {
        return (ArrayNode) object.get(name);
    }

    /** A message of that signer about what another message is about. */
    static ObjectNode message(String kind, int signer, JsonNode block) {
        ObjectNode message = ((ObjectNode) block).objectNode();
        message.put("kind", kind);
        message.put("signer", signer);
        message.set("view", block.get("view"));
        message.set("block", block.deepCopy());
        return message;
    }

    static ObjectNode certificate(String kind, JsonNode block) {
        ObjectNode certificate = message(kind, 0, block);
        certificate.remove("signer");
        return certificate;
    }

    /** Another block with the same place in the chain. */
    static ObjectNode another(JsonNode block) {
        ObjectNode other = block.deepCopy();
        other.put("digest", "e".repeat(64));
        return other;
    }

    /** Adds to a queue and returns it. */
    static ArrayNode plus(ArrayNode queue, JsonNode message) {
        queue.add(message);
        return queue;
    }
}
