package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.settlement.Command;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.NodeClient.Answer;

/** Gets from a node what {@link Verification} judges. */
public final class ProofFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeClient node;
    private final ValidatorSet validators;

    /** Asks one node. */
    public ProofFiles(NodeClient node, ValidatorSet validators) {
        this.node = node;
        this.validators = validators;
    }

    /**
     * The receipt of a command.
     *
     * @param ancestors with all blocks from genesis on, which prove the height: a few hundred
     *     bytes for each
     * @throws Refusal if there is none with a finality proof and a quittance yet
     */
    public ObjectNode receipt(Digest id, boolean ancestors)
            throws Refusal, InterruptedException {
        ObjectNode file = started(ProofKind.RECEIPT);
        JsonNode answer = got("/v1/receipts/" + id.hex());
        if (!answer.has("finality") || !answer.has("quittance")) {
            throw new Refusal(ExitCode.FAILED, "no receipt with a quittance yet: "
                    + answer.path("state").asText());
        }
        file.setAll((ObjectNode) answer);
        if (new Checks(validators).finalCommand(id, answer).command().command()
                instanceof Command.OfAccount command) {
            file.set("account", got("/v1/accounts/" + command.account()));
        }
        if (ancestors) {
            long height = answer.path("height").asLong();
            ArrayNode blocks = file.putArray("ancestors");
            if (height > 1) {
                blocks(1, height - 1, blocks);
            }
            while (blocks.size() >= height) {
                blocks.remove(blocks.size() - 1);
            }
        }
        return file;
    }

    /** An account at the newest height that the node can prove. */
    public ObjectNode account(int id) throws Refusal, InterruptedException {
        ObjectNode file = started(ProofKind.ACCOUNT);
        file.setAll((ObjectNode) got("/v1/accounts/" + id));
        return file;
    }

    /** The first quittance of this height or a later one. */
    public ObjectNode quittance(long height) throws Refusal, InterruptedException {
        ObjectNode file = started(ProofKind.QUITTANCE);
        file.setAll((ObjectNode) got("/v1/quittances/" + height));
        return file;
    }

    /** The blocks from one height to at least another, with a finalization of the last. */
    public ObjectNode chain(long from, long to) throws Refusal, InterruptedException {
        ObjectNode file = started(ProofKind.CHAIN).put("height", from);
        ObjectNode finality = file.putObject("finality");
        ArrayNode blocks = finality.putArray("blocks");
        finality.set("finalization", blocks(from, to, blocks).path("finalization"));
        return file;
    }

    /** Puts blocks into an array: those of these heights, and what the last answer has beyond. */
    private JsonNode blocks(long from, long to, ArrayNode blocks)
            throws Refusal, InterruptedException {
        JsonNode finality;
        do {
            long next = from + blocks.size();
            finality = got("/v1/chain/" + next).path("finality");
            if (finality.path("blocks").isEmpty()) {
                throw new Refusal(ExitCode.FAILED,
                        "the node has no final block of height " + next);
            }
            for (JsonNode block : finality.path("blocks")) {
                blocks.add(block);
            }
        } while (from + blocks.size() <= to || !finality.has("finalization"));
        return finality;
    }

    private ObjectNode started(ProofKind kind) {
        return JSON.createObjectNode()
                .put("kind", kind.toString())
                .put("chain", validators.chainId());
    }

    private JsonNode got(String path) throws Refusal, InterruptedException {
        Answer answer = node.get(path);
        if (answer.status() != 200 || !answer.body().isObject()) {
            throw new Refusal(ExitCode.FAILED, "the node has no " + path + ": " + answer.error());
        }
        return answer.body();
    }
}
