package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quittance.trace.Verdict;

/**
 * The rules of the trace of one node's settlement: its lives follow each other, each from the last
 * whole block of the one before. What a life wrote of a block that it didn't end is left out, since
 * the next one begins that block again.
 */
final class SettlementRules implements Rules {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String kind() {
        return "settlement";
    }

    @Override
    public boolean knowsCrashes() {
        return false;
    }

    @Override
    public void begin(JsonNode header) {
        // There is one node, and nobody to wait for.
    }

    @Override
    public Reader reader() {
        return new Blocks();
    }

    @Override
    public Readiness readiness(Item item, int node, Logs logs) {
        return new Readiness.Ready(JSON.createObjectNode());
    }

    @Override
    public boolean isKnown(ObjectNode event) {
        return false;
    }

    @Override
    public void settle(Item item) {
        // Nothing is ever unclear.
    }

    @Override
    public void took(Item item, int node, long seq) {
        // Nothing depends on it.
    }

    @Override
    public long progress(int node) {
        return 0;
    }

    @Override
    public long slack() {
        return 0;
    }

    /** Counts the events of the block that isn't whole yet. */
    private static final class Blocks implements Reader {

        private int open;
        private long done;

        @Override
        public Notes read(ObjectNode event) {
            open++;
            if (event.path("action").asText().equals("EndBlock")) {
                open = 0;
                done = event.path("post").path("height").asLong() - 1;
            }
            return Notes.NONE;
        }

        @Override
        public int tentative() {
            return open;
        }

        @Override
        public List<ObjectNode> finish(long durable) throws MergeException {
            if (durable != done) {
                throw new MergeException(Verdict.MALFORMED, "settlement goes on after height "
                        + durable + ", but its trace has whole blocks up to " + done);
            }
            open = 0;
            return List.of();
        }

        @Override
        public boolean isPending(String message) {
            return false;
        }
    }
}
