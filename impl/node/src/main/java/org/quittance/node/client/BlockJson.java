package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.node.Refusal;

/** Blocks without their payloads as JSON; what their digests are made of, and nothing else. */
final class BlockJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("epoch", "view", "parentView", "parent", "payload");

    private BlockJson() {}

    static ObjectNode write(Block block) {
        return JSON.createObjectNode()
                .put("epoch", block.epoch())
                .put("view", block.view().number())
                .put("parentView", block.parentView().number())
                .put("parent", block.parent().hex())
                .put("payload", block.payload().hex());
    }

    /**
     * Reads an array of blocks, each the parent of the next.
     *
     * @throws Refusal if it is something else, or empty
     */
    static List<Block> readChain(JsonNode array) throws Refusal {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode block : array) {
            blocks.add(read(block, blocks.size()));
        }
        if (blocks.isEmpty()) {
            throw Checks.unproved("there are no blocks");
        }
        for (int k = 1; k < blocks.size(); k++) {
            if (!blocks.get(k - 1).isParentOf(blocks.get(k))) {
                throw Checks.unproved("the blocks are no chain: block " + (k - 1)
                        + " of the list, in view " + blocks.get(k - 1).view().number()
                        + ", is not the parent of block " + k);
            }
        }
        return blocks;
    }

    private static Block read(JsonNode block, int place) throws Refusal {
        Fields.only(block, "block " + place, NAMES);
        try {
            return Block.of(Fields.number(block, "epoch"),
                    new View(Fields.number(block, "view")),
                    new View(Fields.number(block, "parentView")),
                    Digest.fromHex(Fields.text(block, "parent")),
                    Digest.fromHex(Fields.text(block, "payload")));
        } catch (IllegalArgumentException e) {
            throw Checks.unproved("block " + place + " is none: " + Refusal.reason(e));
        }
    }
}
