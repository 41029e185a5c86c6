package org.quittance.node.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.commit.EntryKeys;
import org.quittance.core.settlement.commit.Proof;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.commit.StateProof;
import org.quittance.node.client.Api.Answer;
import org.quittance.node.disk.Receipt;
import org.quittance.node.driver.Node;
import org.quittance.node.driver.Results;

/** The answers that carry proofs. Any thread. */
final class ProofApi {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    /** So many blocks in one answer, since each is read with its payload. */
    private static final int MOST_BLOCKS = 64;

    private static final Answer NO_HEIGHT = Answer.error(400, "a height is a number from 1 on");

    private final Node node;

    ProofApi(Node node) {
        this.node = node;
    }

    /** {@code GET /v1/receipts/{id}}. */
    Answer receipt(String hex) {
        try {
            return receipt(Digest.fromHex(hex));
        } catch (IllegalArgumentException e) {
            return Answer.error(400, "an id has 64 hexadecimal digits");
        }
    }

    Answer receipt(Digest id) {
        ObjectNode answer = Api.JSON.createObjectNode().put("id", id.hex());
        Optional<Receipt> found = node.store().receipt(id);
        if (found.isEmpty()) {
            return node.pool().has(id)
                    ? new Answer(202, answer.put("state", "pending"))
                    : Answer.error(404, "no such command is known here");
        }
        Receipt receipt = found.get();
        long height = receipt.height().number();
        answer.put("state", "final")
                .put("height", height)
                .put("index", receipt.index())
                .put("outcome", receipt.refusal().map(Rejection::name).orElse("ACCEPTED"));
        finality(height).ifPresent(proof -> answer.set("finality", proof));
        node.store().quittanceFrom(height)
                .ifPresent(quittance -> answer.set("quittance", quittance(quittance)));
        return new Answer(200, answer);
    }

    /** The blocks up to one with a finalization, the payload of the first, and the finalization. */
    private Optional<ObjectNode> finality(long height) {
        List<Body> path = node.store().pathToFinalization(height);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode proof = Api.JSON.createObjectNode();
        proof.put("payload", BASE64.encodeToString(
                path.get(0).payload().bytes().toArray()));
        ArrayNode blocks = proof.putArray("blocks");
        path.forEach(body -> blocks.add(BlockJson.write(body.block())));
        Optional<Certificate> finalization = node.store()
                .finalization(path.get(path.size() - 1).block().digest());
        finalization.ifPresent(it -> proof.put("finalization", encode(it)));
        return Optional.of(proof);
    }

    private ObjectNode quittance(Quittance quittance) {
        return Api.JSON.createObjectNode()
                .put("height", quittance.height().number())
                .put("root", quittance.root().hex())
                .put("bytes", encode(quittance));
    }

    private String encode(Message message) {
        return BASE64.encodeToString(
                MessageCodec.encode(Envelope.of(node.validators(), message)));
    }

    /** {@code GET /v1/accounts/{id}}. */
    Answer account(String text) {
        int account;
        try {
            account = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return Answer.error(400, "an account is a number");
        }
        Optional<Results.Proven> proven = node.results().proven();
        if (account < 0 || proven.isEmpty()) {
            return Answer.error(proven.isEmpty() ? 503 : 404, proven.isEmpty()
                    ? "no state has a quittance yet" : "no such account");
        }
        Quittance quittance = proven.get().quittance();
        Optional<Proof> proof = proven.get().trie().prove(EntryKeys.account(account));
        if (proof.isEmpty()) {
            return Answer.error(404, "no such account at height "
                    + quittance.height().number());
        }
        ObjectNode answer = Api.JSON.createObjectNode();
        StateProof.verifyAccount(quittance.root(), account, proof.get())
                .ifPresent(entry -> put(answer, entry));
        answer.put("proof", BASE64.encodeToString(proof.get().encode()));
        answer.set("quittance", quittance(quittance));
        return new Answer(200, answer);
    }

    private static void put(ObjectNode answer, StateEntry.Account entry) {
        answer.put("account", entry.id())
                .put("cash", entry.cash())
                .put("nonce", entry.nonce())
                .put("flagged", entry.flagged());
    }

    /**
     * {@code GET /v1/quittances/{height}}: the first for a height or a later one.
     *
     * @param millis so long the answer may take
     */
    Answer quittance(String text, long millis) throws InterruptedException {
        OptionalLong height = height(text);
        if (height.isEmpty()) {
            return NO_HEIGHT;
        }
        node.results().awaitSettled(height.getAsLong(), millis);
        Optional<Quittance> found = node.store().quittanceFrom(height.getAsLong());
        if (found.isEmpty()) {
            return Answer.error(404, "no quittance of height " + text + " or a later one");
        }
        ObjectNode answer = Api.JSON.createObjectNode();
        answer.set("quittance", quittance(found.get()));
        return new Answer(200, answer);
    }

    /**
     * {@code GET /v1/blocks/{height}}: a final block with its proof, as soon as it is executed.
     *
     * @param millis so long the answer may take
     */
    Answer block(String text, long millis) throws InterruptedException {
        OptionalLong height = height(text);
        if (height.isEmpty()) {
            return NO_HEIGHT;
        }
        long at = height.getAsLong();
        node.results().awaitExecuted(at, millis);
        Optional<ObjectNode> proof = finality(at);
        if (proof.isEmpty()) {
            return Answer.error(404, "no final block of height " + at + " is kept here");
        }
        ObjectNode answer = Api.JSON.createObjectNode().put("height", at);
        answer.set("finality", proof.get());
        return new Answer(200, answer);
    }

    /** {@code GET /v1/chain/{height}}. */
    Answer chain(String text) {
        OptionalLong height = height(text);
        if (height.isEmpty()) {
            return NO_HEIGHT;
        }
        long from = height.getAsLong();
        ObjectNode finality = Api.JSON.createObjectNode();
        ArrayNode blocks = finality.putArray("blocks");
        int proved = 0;
        Optional<Body> next = node.store().blockAt(from);
        while (next.isPresent() && blocks.size() < MOST_BLOCKS) {
            blocks.add(BlockJson.write(next.get().block()));
            Optional<Certificate> certificate =
                    node.store().finalization(next.get().block().digest());
            if (certificate.isPresent()) {
                proved = blocks.size();
                finality.put("finalization", encode(certificate.get()));
            }
            next = node.store().blockAt(from + blocks.size());
        }
        if (blocks.isEmpty()) {
            return Answer.error(404, "no final block of height " + from + " is kept here");
        }
        // The answer ends with the last block whose finalization is here, if there is one.
        while (proved > 0 && blocks.size() > proved) {
            blocks.remove(blocks.size() - 1);
        }
        ObjectNode answer = Api.JSON.createObjectNode().put("height", from);
        answer.set("finality", finality);
        return new Answer(200, answer);
    }

    private static OptionalLong height(String text) {
        try {
            long height = Long.parseLong(text);
            return height < 1 ? OptionalLong.empty() : OptionalLong.of(height);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
