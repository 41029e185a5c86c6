package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.trace.Verdict;

/**
 * The rules of merging traces of execution and attestation: an attestation is received after it was
 * sent; a block is final once, for the first who says so, and after somebody had the quittances
 * that it rests on. What is about heights that no validator of traces remembers is forgotten here,
 * too.
 */
final class SystemRules implements Rules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SLACK = 3;

    private final long remembered;
    private final TreeMap<Long, Map<String, Long>> sent = new TreeMap<>();
    private final Set<String> announced = new HashSet<>();
    private final Map<Integer, Long> executed = new HashMap<>();
    private final TreeSet<Long> quitted = new TreeSet<>();
    private long maxLag;
    private long floor;
    private long tip;

    /**
     * The rules.
     *
     * @param remembered how many heights below those that ordering looks at are remembered
     */
    SystemRules(long remembered) {
        this.remembered = remembered;
    }

    @Override
    public String kind() {
        return "system";
    }

    @Override
    public boolean knowsCrashes() {
        return true;
    }

    @Override
    public void begin(JsonNode header) {
        maxLag = header.path("parameters").path("MaxLag").asLong();
    }

    @Override
    public Reader reader() {
        return new Attestations();
    }

    @Override
    public boolean isKnown(ObjectNode event) {
        return event.path("action").asText().equals("Order")
                && event.path("args").path("height").asLong() <= tip;
    }

    @Override
    public Readiness readiness(Item item, int node, Logs logs) {
        ObjectNode cause = JSON.createObjectNode();
        JsonNode args = item.event().path("args");
        return switch (item.event().path("action").asText()) {
            case "Order" -> order(args.path("height").asLong(), args.path("quitted").asLong());
            case "ReceiveAttestation" -> received(args.path("attestation"), logs);
            // Others have executed its block, so it is final.
            case "InstallSnapshot" -> args.path("height").asLong() <= tip
                    ? new Readiness.Ready(cause)
                    : Readiness.Waits.forOthers(
                            "block " + args.path("height").asLong() + " to be final");
            default -> new Readiness.Ready(cause);
        };
    }

    private Readiness order(long height, long needed) {
        if (height > tip + 1) {
            return Readiness.Waits.forOthers("block " + (height - 1) + " to be final");
        }
        return needed <= floor || quitted.contains(needed)
                ? new Readiness.Ready(JSON.createObjectNode())
                : Readiness.Waits.forOthers("the quittance of height " + needed);
    }

    private Readiness received(JsonNode attestation, Logs logs) {
        ObjectNode cause = JSON.createObjectNode();
        int signer = attestation.path("signer").asInt();
        if (!logs.has(signer)) {
            return new Readiness.Ready(cause);
        }
        long height = attestation.path("height").asLong();
        String key = key(signer, height, attestation.path("root").asText());
        Long seq = sent.getOrDefault(height, Map.of()).get(key);
        if (seq != null) {
            return new Readiness.Ready(cause.put(Integer.toString(signer), seq));
        }
        return height <= floor && !announced.contains(key)
                ? new Readiness.Ready(cause)
                : Readiness.Waits.forMessage(signer, key,
                        "the attestation of node " + signer + " for height " + height
                                + " to be durable there");
    }

    @Override
    public void settle(Item item) {
        // It waits for events of others only; the spec says whether it may come without.
    }

    @Override
    public void took(Item item, int node, long seq) {
        JsonNode args = item.event().path("args");
        long height = args.path("height").asLong();
        JsonNode post = item.event().path("post");
        switch (item.event().path("action").asText()) {
            case "Order" -> {
                tip = Math.max(tip, height);
                forget(tip - 1 - 2 * (remembered + maxLag + 1));
            }
            case "Send" -> {
                String key = String.valueOf(item.notes().persisted());
                sent.computeIfAbsent(height, it -> new HashMap<>()).put(key, seq);
                announced.remove(key);
            }
            case "FormQuittance", "ReceiveQuittance" -> {
                if (height > floor) {
                    quitted.add(height);
                }
            }
            case "Execute", "Restart", "InstallSnapshot" ->
                    executed.put(node, post.path("executed").asLong());
            default -> { }
        }
    }

    private void forget(long below) {
        if (below > floor) {
            floor = below;
            sent.headMap(below, true).clear();
            quitted.headSet(below, true).clear();
        }
    }

    @Override
    public long progress(int node) {
        return executed.getOrDefault(node, 0L);
    }

    /** So many entries are kept. */
    int kept() {
        return sent.values().stream().mapToInt(Map::size).sum() + announced.size()
                + quitted.size();
    }

    @Override
    public long slack() {
        return SLACK;
    }

    private static String key(int signer, long height, String root) {
        return signer + " " + height + " " + root;
    }

    /** The attestations of one node that were signed, in order, and not sent yet. */
    private final class Attestations implements Reader {

        private record Signed(long height, String root) {}

        private final Deque<Signed> unsent = new ArrayDeque<>();
        private int node = -1;
        private long written;

        @Override
        public Notes read(ObjectNode event) {
            node = event.path("node").asInt(node);
            long height = event.path("args").path("height").asLong();
            switch (event.path("action").asText()) {
                case "Attest" -> unsent.add(
                        new Signed(height, event.path("args").path("root").asText()));
                case "Send" -> {
                    unsent.poll();
                    written++;
                    String key = key(node, height, event.path("post").path("durable")
                            .path(Long.toString(height)).asText());
                    announced.add(key);
                    return new Notes(key, List.of());
                }
                case "Crash" -> unsent.clear();
                default -> { }
            }
            return Notes.NONE;
        }

        @Override
        public boolean isPending(String message) {
            return unsent.stream().anyMatch(
                    it -> key(node, it.height(), it.root()).equals(message));
        }

        @Override
        public List<ObjectNode> finish(long found) throws MergeException {
            long missing = found - written;
            if (missing < 0 || missing > unsent.size()) {
                throw new MergeException(Verdict.REJECTED, "a vote log had " + found
                        + " own attestations, but its trace has " + written + " and "
                        + unsent.size() + " on their way");
            }
            List<ObjectNode> steps = new ArrayList<>();
            List<Signed> left = List.copyOf(unsent);
            for (int k = 0; k < missing; k++) {
                Signed signed = left.get(k);
                ObjectNode step = JSON.createObjectNode().put("time", 0).put("action", "Send");
                step.putObject("args").put("height", signed.height());
                step.putObject("post").putObject("durable")
                        .put(Long.toString(signed.height()), signed.root());
                steps.add(step);
            }
            return steps;
        }
    }
}
