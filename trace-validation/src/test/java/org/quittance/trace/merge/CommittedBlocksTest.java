package org.quittance.trace.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommittedBlocksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AHEAD = 0;
    private static final int BEHIND = 1;

    private final CommittedBlocks blocks = new CommittedBlocks();
    private final ObjectNode one = block("a", 1, "genesis", 0);
    private final ObjectNode three = block("c", 3, "a", 1);
    private final ObjectNode four = block("d", 4, "c", 3);

    CommittedBlocksTest() {
        blocks.begin(List.of(AHEAD, BEHIND));
    }

    private static ObjectNode block(String digest, long view, String parent, long parentView) {
        return JSON.createObjectNode().put("digest", digest).put("view", view)
                .put("parentView", parentView).put("parent", parent);
    }

    private static JsonNode path(ObjectNode... blocks) {
        ArrayNode path = JSON.createArrayNode();
        for (ObjectNode block : blocks) {
            path.add(block);
        }
        return path;
    }

    @Test
    void thePathIsWhatOthersCommitted() {
        blocks.committed(AHEAD, path(one, three));
        blocks.committed(AHEAD, path(four));
        assertThat(blocks.path(BEHIND, four)).contains(List.of(one, three, four));
        assertThat(blocks.path(BEHIND, three)).contains(List.of(one, three));
        blocks.isAt(BEHIND, one);
        assertThat(blocks.path(BEHIND, four)).contains(List.of(three, four));
    }

    @Test
    void whatNobodyCommittedIsNotKnownYet() {
        assertThat(blocks.path(BEHIND, one)).isEmpty();
        blocks.committed(AHEAD, path(one));
        assertThat(blocks.path(BEHIND, three)).isEmpty();
        assertThat(blocks.path(BEHIND, block("other", 1, "genesis", 0))).isEmpty();
        assertThat(blocks.path(AHEAD, one)).isEmpty();
    }

    /** Whoever committed another block gets the path of the others, and the spec rejects it. */
    @Test
    void aForkIsNotPaperedOver() {
        blocks.committed(AHEAD, path(one, three, four));
        blocks.isAt(BEHIND, block("other", 2, "a", 1));
        assertThat(blocks.path(BEHIND, four)).contains(List.of(three, four));
    }

    @Test
    void whatAllHaveIsForgotten() {
        blocks.committed(AHEAD, path(one, three, four));
        assertThat(blocks.size()).isEqualTo(3);
        blocks.committed(BEHIND, path(one, three));
        assertThat(blocks.size()).isEqualTo(1);
        assertThat(blocks.path(BEHIND, four)).contains(List.of(four));
        blocks.committed(BEHIND, path(four));
        assertThat(blocks.size()).isZero();
    }
}
