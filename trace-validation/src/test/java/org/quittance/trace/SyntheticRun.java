package org.quittance.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.quittance.trace.specs.Election;

/**
 * A small cluster for tests that writes a trace: four validators, one of them Byzantine, which act
 * at random among what the protocol allows. It shares no code with the implementation.
 */
final class SyntheticRun {

    static final String GENESIS = "00".repeat(32);

    final Random random;
    private static final List<Integer> WEIGHTS = List.of(1, 1, 1, 1);

    private final long seed;
    final Election election;
    final List<SyntheticNode> nodes = new ArrayList<>();
    /** What is on the network, in the order in which it was sent. */
    final List<Map<String, Object>> messages = new ArrayList<>();
    private final Map<Map<String, Object>, Map<String, Object>> causes = new LinkedHashMap<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final Map<Integer, Long> last = new TreeMap<>();
    private int blocks;

    SyntheticRun(long seed) {
        random = new Random(seed);
        this.seed = seed;
        election = new Election("synthetic", 0, WEIGHTS);
        for (int i = 0; i < 3; i++) {
            nodes.add(new SyntheticNode(this, i));
        }
    }

    /** The lines of a trace of at least that many events. */
    static List<String> lines(long seed, int events) throws Exception {
        SyntheticRun run = new SyntheticRun(seed);
        while (run.events.size() < events) {
            run.nodes.get(run.random.nextInt(3)).act();
            run.byzantine();
        }
        return run.lines();
    }

    private List<String> lines() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("format", "quittance-trace");
        first.put("version", 1);
        first.put("spec", "Simplex");
        first.put("chainId", "synthetic");
        first.put("epoch", 0);
        first.put("validators", List.of(0, 1, 2, 3));
        first.put("weights", WEIGHTS);
        first.put("byzantine", List.of(3));
        first.put("genesis", GENESIS);
        first.put("commit", "unknown");
        first.put("scenario", "synthetic");
        first.put("seed", seed);
        lines.add(json.writeValueAsString(first));
        for (Map<String, Object> event : events) {
            lines.add(json.writeValueAsString(event));
        }
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("end", true);
        end.put("events", events.size());
        end.put("last", last);
        lines.add(json.writeValueAsString(end));
        return lines;
    }

    void event(int node, String action, Map<String, Object> args, Map<String, Object> post) {
        long seq = last.merge(node, 0L, (a, b) -> a + 1);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("node", node);
        event.put("seq", seq);
        Object message = args.get("message");
        event.put("cause", message == null ? Map.of() : causes.getOrDefault(message, Map.of()));
        event.put("time", events.size());
        event.put("action", action);
        event.put("args", args);
        event.put("post", post);
        events.add(event);
    }

    /** A message is sent by a Persist that is about to be written down. */
    void send(int node, Map<String, Object> message) {
        messages.add(message);
        if (node < 3) {
            long seq = last.containsKey(node) ? last.get(node) + 1 : 0;
            causes.put(message, Map.of(String.valueOf(node), seq));
        }
    }

    Map<String, Object> block(int view, Map<String, Object> parent, boolean valid) {
        blocks++;
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("digest", String.format("%08x", blocks * 0x9e3779b1) + "ab".repeat(28));
        block.put("view", view);
        block.put("parentView", parent.get("view"));
        block.put("parent", parent.get("digest"));
        block.put("valid", valid);
        return block;
    }

    static Map<String, Object> genesis() {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("digest", GENESIS);
        block.put("view", 0);
        block.put("parentView", 0);
        block.put("parent", "none");
        block.put("valid", true);
        return block;
    }

    /** The Byzantine validator votes for whatever there is, and proposes twice now and then. */
    private void byzantine() {
        if (random.nextInt(12) != 0) {
            return;
        }
        SyntheticNode seen = nodes.get(random.nextInt(3));
        if (!seen.up) {
            return;
        }
        int view = seen.view;
        Map<String, Object> parent = seen.parent(view);
        if (election.leader(view) == 3 && parent != null) {
            send(3, message("propose", 3, block(view, parent, random.nextInt(4) != 0)));
        }
        List<Map<String, Object>> proposals = messages.stream()
                .filter(m -> m.get("kind").equals("propose") && m.get("view").equals(view))
                .toList();
        for (Map<String, Object> p : proposals) {
            @SuppressWarnings("unchecked")
            Map<String, Object> b = (Map<String, Object>) p.get("block");
            String kind = random.nextBoolean() ? "notarize" : "finalize";
            Map<String, Object> vote = message(kind, 3, b);
            if (!messages.contains(vote)) {
                send(3, vote);
            }
        }
        if (random.nextInt(3) == 0 && !messages.contains(nullify(3, view))) {
            send(3, nullify(3, view));
        }
    }

    static Map<String, Object> message(String kind, int signer, Map<String, Object> block) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("kind", kind);
        message.put("signer", signer);
        message.put("view", block.get("view"));
        message.put("block", block);
        return message;
    }

    static Map<String, Object> nullify(int signer, int view) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("kind", "nullify");
        message.put("signer", signer);
        message.put("view", view);
        return message;
    }
}
