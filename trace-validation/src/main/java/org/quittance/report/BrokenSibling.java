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
import java.util.Map;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;

/**
 * A copy of a trace that is broken in one place, in the middle of the run. A replica calls a block
 * final that too few have voted for; or one unit of money comes from nowhere in a trade; or a
 * quittance has too few signers. Everything else stays as it was, so the trace must be rejected at
 * this event and no other.
 *
 * @param event the place of the broken event, from 1
 * @param what what was done to it, in words
 */
record BrokenSibling(int event, String what) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Writes the broken copy.
     *
     * @throws IOException if a file can't be read or written, or if the trace has nothing of what
     *     is to be broken
     */
    static BrokenSibling write(Path trace, Path copy) throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(trace, StandardCharsets.UTF_8));
        JsonNode header = MAPPER.readTree(lines.isEmpty() ? "{}" : lines.getFirst());
        String spec = header.path("spec").asText();
        boolean isMarket = spec.equals(SettlementStory.SPEC);
        String action = isMarket ? "Fill"
                : spec.equals(SystemStory.SPEC) ? "FormQuittance" : "HoldCertificate";
        int line = pick(lines, action);
        if (line < 0 || !(MAPPER.readTree(lines.get(line)) instanceof ObjectNode event)) {
            throw new IOException("the trace has no " + (isMarket ? "trade"
                    : spec.equals(SystemStory.SPEC) ? "quittance" : "finalization")
                    + " that could be broken");
        }
        String what = isMarket ? moreMoney(event)
                : fewerSigners(event, header, spec.equals(SystemStory.SPEC)
                        ? "quittance" : "finalization");
        lines.set(line, MAPPER.writeValueAsString(event));
        Files.write(copy, lines, StandardCharsets.UTF_8);
        return new BrokenSibling(line, "at event " + Words.number(line) + " " + what);
    }

    /** The first event of this kind in the second half, else the last one before. */
    private static int pick(List<String> lines, String action) throws IOException {
        int found = -1;
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).contains("\"" + action + "\"")
                    && isOfKind(MAPPER.readTree(lines.get(line)), action)) {
                found = line;
                if (line > lines.size() / 2) {
                    return found;
                }
            }
        }
        return found;
    }

    private static boolean isOfKind(JsonNode event, String action) {
        String kind = event.path("args").path("certificate").path("kind").asText("finalize");
        boolean isTrade = !action.equals("Fill") || !event.path("post").path("cash").isEmpty();
        return event.path("action").asText().equals(action) && kind.equals("finalize") && isTrade;
    }

    private static String moreMoney(ObjectNode event) {
        Map.Entry<String, JsonNode> cash =
                event.path("post").path("cash").properties().iterator().next();
        ((ObjectNode) event.path("post").path("cash"))
                .put(cash.getKey(), Math.addExact(cash.getValue().asLong(), 1));
        return "a trade leaves account " + cash.getKey() + " with one unit of money too much";
    }

    private static String fewerSigners(ObjectNode event, JsonNode header, String of) {
        JsonNode signers = event.path("args").path("signers");
        ArrayNode fewer = tooFew(signers, header.path("weights"));
        ((ObjectNode) event.path("args")).set("signers", fewer);
        return "a replica takes the votes of " + ids(fewer) + " alone for a " + of
                + ", instead of " + ids(signers);
    }

    /** As many of the signers as have less than a quorum's weight. */
    private static ArrayNode tooFew(JsonNode signers, JsonNode weights) {
        long total = 0;
        for (JsonNode weight : weights) {
            total += weight.asLong();
        }
        ArrayNode fewer = MAPPER.createArrayNode();
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
