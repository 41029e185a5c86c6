package org.quittance.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of three nodes as CCF's consensus logs it for its trace spec: node 0 starts a service, adds
 * the others, which catch up, and from then on it appends an entry and a signature, replicates and
 * commits both, and tells the others. Nothing is lost. Names and order of events are those of the
 * traces that the project publishes.
 */
final class CcfRun {

    private static final int NODES = 3;
    private static final int VIEW = 2;
    /** The first configuration and its signature. */
    private static final int STARTED = 2;

    private final int wanted;
    private final List<String> lines = new ArrayList<>();
    private final int[] last = new int[NODES];
    private final int[] committed = new int[NODES];
    private final int[] view = new int[NODES];
    private final String[] role = new String[NODES];
    private final int[] sent = new int[NODES];
    private final int[] match = new int[NODES];
    private String command = "";

    private CcfRun(int wanted) {
        this.wanted = wanted;
    }

    /** A trace of so many events; of 60 or more it has at least one committed entry. */
    static List<String> of(int events) {
        CcfRun run = new CcfRun(events);
        run.start();
        while (run.lines.size() < events) {
            run.round();
        }
        return Lines.first(run.lines, events);
    }

    private void start() {
        for (int node = 0; node < NODES; node++) {
            role[node] = node == 0 ? "Leader" : "None";
            sent[node] = STARTED;
        }
        view[0] = VIEW;
        last[0] = STARTED;
        command = "emit_signature";
        event("bootstrap", 0, Map.of("args", Map.of("idx", STARTED)));
        committed[0] = STARTED;
        command = "trust_nodes";
        event("add_configuration", 0, configuration(STARTED + 1, NODES));
        last[0]++;
        sign();
        command = "periodic_all";
        sendToAll();
        command = "dispatch_all";
        for (int node = 1; node < NODES; node++) {
            receive(node, STARTED, last[0]);
            view[node] = VIEW;
            role[node] = "Follower";
            event("become_follower", node, Map.of());
            answer(node, "FAIL");
            hear(node, "FAIL");
            sent[node] = 0;
        }
        command = "periodic_all";
        sendToAll();
        command = "dispatch_all";
        for (int node = 1; node < NODES; node++) {
            catchUp(node);
        }
        for (int node = 1; node < NODES; node++) {
            hear(node, "OK");
        }
        tell();
    }

    /** It takes over everything from the beginning, with both configurations. */
    private void catchUp(int node) {
        receive(node, 0, last[0]);
        last[node] = 1;
        event("add_configuration", node, configuration(1, 1));
        event("execute_append_entries_sync", node, Map.of("from_node_id", "0"));
        last[node] = STARTED;
        event("commit", node, Map.of("args", Map.of("idx", STARTED)));
        committed[node] = STARTED;
        last[node] = STARTED + 1;
        event("add_configuration", node, configuration(STARTED + 1, NODES));
        event("execute_append_entries_sync", node, Map.of("from_node_id", "0"));
        last[node] = last[0];
        answer(node, "OK");
    }

    private void round() {
        command = "replicate";
        event("replicate", 0, Map.of(
                "globally_committable", false, "seqno", last[0] + 1, "view", VIEW));
        last[0]++;
        sign();
        int before = last[0] - 2;
        command = "periodic_all";
        sendToAll();
        command = "dispatch_all";
        for (int node = 1; node < NODES; node++) {
            receive(node, before, last[0]);
            last[node]++;
            event("execute_append_entries_sync", node, Map.of("from_node_id", "0"));
            last[node]++;
            answer(node, "OK");
        }
        for (int node = 1; node < NODES; node++) {
            hear(node, "OK");
        }
        tell();
    }

    /** An empty request lets the others know what is committed. */
    private void tell() {
        command = "periodic_all";
        sendToAll();
        command = "dispatch_all";
        for (int node = 1; node < NODES; node++) {
            receive(node, last[0], last[0]);
            event("commit", node, Map.of("args", Map.of("idx", committed[0])));
            committed[node] = committed[0];
            answer(node, "OK");
        }
        for (int node = 1; node < NODES; node++) {
            hear(node, "OK");
        }
    }

    private void sign() {
        command = "emit_signature";
        event("replicate", 0, Map.of(
                "globally_committable", true, "seqno", last[0] + 1, "view", VIEW));
        last[0]++;
    }

    private void sendToAll() {
        for (int node = 1; node < NODES; node++) {
            event("send_append_entries", 0, fields(
                    "packet", request(sent[node], last[0]), "sent_idx", sent[node],
                    "match_idx", match[node], "to_node_id", name(node)));
            sent[node] = last[0];
        }
    }

    private void receive(int node, int after, int upTo) {
        event("recv_append_entries", node, fields(
                "from_node_id", "0", "packet", request(after, upTo)));
    }

    private void answer(int node, String success) {
        event("send_append_entries_response", node, fields(
                "packet", response(node, success), "to_node_id", "0"));
    }

    private void hear(int node, String success) {
        event("recv_append_entries_response", 0, fields(
                "from_node_id", name(node), "packet", response(node, success),
                "sent_idx", sent[node], "match_idx", match[node]));
        if (success.equals("OK")) {
            match[node] = last[0];
            // One of the others and itself are two of three.
            if (committed[0] < last[0]) {
                event("commit", 0, Map.of("args", Map.of("idx", last[0])));
                committed[0] = last[0];
            }
        }
    }

    private Map<String, Object> request(int after, int upTo) {
        return fields(
                "msg", "raft_append_entries", "term", VIEW, "prev_idx", after,
                "prev_term", after == 0 ? 0 : VIEW, "idx", upTo, "term_of_idx", VIEW,
                "leader_commit_idx", committed[0], "contains_new_view", false);
    }

    private Map<String, Object> response(int node, String success) {
        return fields(
                "msg", "raft_append_entries_response", "term", VIEW, "success", success,
                "last_log_idx", last[node]);
    }

    private static Map<String, Object> configuration(int index, int nodes) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int node = 0; node < nodes; node++) {
            members.put(name(node), Map.of("address", ":"));
        }
        return Map.of("args", Map.of(
                "configuration", fields("idx", index, "nodes", members, "rid", index)));
    }

    private static String name(int node) {
        return String.valueOf(node);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private void event(String function, int node, Map<String, Object> more) {
        if (lines.size() >= wanted) {
            return;
        }
        // What is signed and not committed: with every second entry a signature, the last one.
        boolean open = last[node] > committed[node] && last[node] % 2 == 0;
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("function", function);
        message.put("state", fields(
                "node_id", name(node), "current_view", view[node], "last_idx", last[node],
                "commit_idx", committed[node],
                "committable_indices", open ? List.of(last[node]) : List.of(),
                "leadership_state", role[node], "membership_state", "Active",
                "pre_vote_enabled", false));
        message.putAll(more);
        lines.add(Lines.of(fields(
                "h_ts", String.valueOf(lines.size()), "tag", "raft_trace", "msg", message,
                "cmd", command, "cmd_prefix", command)));
    }
}
