package org.quittance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of a trace that is broken in one place: in the middle of the run, a replica calls a block
 * final that too few have voted for. Everything else stays as it was, so the trace must be rejected
 * at this event and no other.
 *
 * @param event the place of the broken event, from 1
 * @param what what was done to it, in words
 */
record BrokenSibling(int event, String what) {

    /**
     * Writes the broken copy.
     *
     * @throws IOException if a file can't be read or written, or if the trace has no certificate
     */
    static BrokenSibling write(Path trace, Path copy) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines =
                new ArrayList<>(Files.readAllLines(trace, StandardCharsets.UTF_8));
        int line = pick(mapper, lines);
        if (line < 0 || !(mapper.readTree(lines.get(line)) instanceof ObjectNode event)) {
            throw new IOException("the trace has no finalization that could be broken");
        }
        JsonNode signers = event.path("args").path("signers");
        ArrayNode fewer = tooFew(signers, mapper.readTree(lines.getFirst()).path("weights"));
        ((ObjectNode) event.path("args")).set("signers", fewer);
        lines.set(line, mapper.writeValueAsString(event));
        Files.write(copy, lines, StandardCharsets.UTF_8);
        return new BrokenSibling(line, "at event " + Words.number(line) + " a replica takes the"
                + " votes of " + ids(fewer) + " alone for a finalization, instead of "
                + ids(signers));
    }

    /** The first finalization in the second half, else the last one before. */
    private static int pick(ObjectMapper mapper, List<String> lines) throws IOException {
        int found = -1;
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).contains("\"HoldCertificate\"")
                    && isFinalization(mapper.readTree(lines.get(line)))) {
                found = line;
                if (line > lines.size() / 2) {
                    return found;
                }
            }
        }
        return found;
    }

    private static boolean isFinalization(JsonNode event) {
        return event.path("action").asText().equals("HoldCertificate")
                && event.path("args").path("certificate").path("kind").asText().equals("finalize");
    }

    /** As many of the signers as have less than a quorum's weight. */
    private static ArrayNode tooFew(JsonNode signers, JsonNode weights) {
        long total = 0;
        for (JsonNode weight : weights) {
            total += weight.asLong();
        }
        ArrayNode fewer = new ObjectMapper().createArrayNode();
        long sum = 0;
        for (JsonNode signer : signers) {
            sum += weights.path(signer.asInt()).asLong();
            if (sum > 2 * total / 3) {
                break;
            }
            fewer.add(signer);
        }
        return fewer;
    }

    private static String ids(JsonNode signers) {
        List<String> ids = new ArrayList<>();
        signers.forEach(id -> ids.add(id.asText()));
        return ids.isEmpty() ? "nobody" : "replicas " + String.join(", ", ids);
    }
}
