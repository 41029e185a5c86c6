package org.quittance.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of five nodes as etcd-io/raft logs it for its trace spec: they start, node 1 is elected,
 * and from then on it appends one entry after another, replicates and commits each, and sends
 * heartbeats. Nothing is lost. The order and the proportions of events are those of the example
 * that the project publishes.
 */
final class RaftRun {

    private static final int NODES = 5;
    private static final int LEADER = 1;
    private static final int TERM = 2;
    private static final String NOBODY = "0";

    private final int wanted;
    private final List<String> lines = new ArrayList<>();
    private final int[] term = new int[NODES + 1];
    private final int[] log = new int[NODES + 1];
    private final int[] commit = new int[NODES + 1];
    private final int[] match = new int[NODES + 1];
    private final String[] vote = new String[NODES + 1];
    private final String[] role = new String[NODES + 1];

    private RaftRun(int wanted) {
        this.wanted = wanted;
    }

    /** A trace of so many events; of 150 or more it has at least one committed entry. */
    static List<String> of(int events) {
        RaftRun run = new RaftRun(events);
        run.start();
        run.elect();
        while (run.lines.size() < events) {
            run.replicate();
            run.heartbeat();
        }
        return Lines.first(run.lines, events);
    }

    private void start() {
        for (int node = 1; node <= NODES; node++) {
            vote[node] = NOBODY;
            role[node] = "StateFollower";
            event("InitState", node, 0, Map.of());
            event("ApplyConfChange", node, 0, configuration(0));
            event("BecomeFollower", node, 0, Map.of());
            term[node] = 1;
            event("BecomeFollower", node, 0, Map.of());
            log[node] = NODES;
            commit[node] = NODES;
            for (int known = 0; known < NODES; known++) {
                event("ApplyConfChange", node, known, configuration(known + 1));
            }
            event("Ready", node, NODES, Map.of());
        }
        for (int node = 1; node <= NODES; node++) {
            for (int applied = 0; applied < NODES; applied++) {
                event("ApplyConfChange", node, NODES, configuration(NODES));
            }
        }
    }

    private void elect() {
        term[LEADER] = TERM;
        vote[LEADER] = String.valueOf(LEADER);
        role[LEADER] = "StateCandidate";
        event("BecomeCandidate", LEADER);
        message("SendRequestVoteResponse", LEADER, "MsgVoteResp", LEADER, LEADER, Map.of());
        Map<String, Object> asked = Map.of("logTerm", 1, "index", NODES);
        for (int peer = 2; peer <= NODES; peer++) {
            message("SendRequestVoteRequest", LEADER, "MsgVote", LEADER, peer, asked);
        }
        event("Ready", LEADER);
        message("ReceiveRequestVoteResponse", LEADER, "MsgVoteResp", LEADER, LEADER, Map.of());
        for (int peer = 2; peer <= NODES; peer++) {
            message("ReceiveRequestVoteRequest", peer, "MsgVote", LEADER, peer, asked);
            term[peer] = TERM;
            event("BecomeFollower", peer);
            message("SendRequestVoteResponse", peer, "MsgVoteResp", peer, LEADER, Map.of());
            vote[peer] = String.valueOf(LEADER);
            event("Ready", peer);
        }
        for (int peer = 2; peer <= NODES; peer++) {
            message("ReceiveRequestVoteResponse", LEADER, "MsgVoteResp", peer, LEADER, Map.of());
        }
        role[LEADER] = "StateLeader";
        event("BecomeLeader", LEADER);
    }

    private void replicate() {
        int before = log[LEADER];
        event("Replicate", LEADER);
        log[LEADER]++;
        Map<String, Object> kept = Map.of("index", log[LEADER]);
        message("SendAppendEntriesResponse", LEADER, "MsgAppResp", LEADER, LEADER, kept);
        Map<String, Object> entry = append(before, 1);
        toAll("MsgApp", entry);
        event("Ready", LEADER);
        message("ReceiveAppendEntriesResponse", LEADER, "MsgAppResp", LEADER, LEADER, kept);
        match[LEADER] = log[LEADER];
        event("Commit", LEADER);
        for (int peer = 2; peer <= NODES; peer++) {
            receive(peer, "MsgApp", entry, "MsgAppResp", kept, true);
        }
        for (int peer = 2; peer <= NODES; peer++) {
            message("ReceiveAppendEntriesResponse", LEADER, "MsgAppResp", peer, LEADER, kept);
            match[peer] = log[LEADER];
            if (peer == 1 + NODES / 2) {
                commit[LEADER] = log[LEADER];
            }
            event("Commit", LEADER);
        }
        Map<String, Object> nothing = append(log[LEADER], 0);
        toAll("MsgApp", nothing);
        event("Ready", LEADER);
        for (int peer = 2; peer <= NODES; peer++) {
            receive(peer, "MsgApp", nothing, "MsgAppResp", kept, false);
        }
        for (int peer = 2; peer <= NODES; peer++) {
            message("ReceiveAppendEntriesResponse", LEADER, "MsgAppResp", peer, LEADER, kept);
        }
    }

    private void heartbeat() {
        Map<String, Object> beat = Map.of("commit", commit[LEADER]);
        toAll("MsgHeartbeat", beat);
        event("Ready", LEADER);
        for (int peer = 2; peer <= NODES; peer++) {
            receive(peer, "MsgHeartbeat", beat, "MsgHeartbeatResp", Map.of(), false);
        }
        for (int peer = 2; peer <= NODES; peer++) {
            message("ReceiveAppendEntriesResponse", LEADER, "MsgHeartbeatResp", peer, LEADER,
                    Map.of());
        }
    }

    private void toAll(String type, Map<String, Object> fields) {
        for (int peer = 2; peer <= NODES; peer++) {
            message("SendAppendEntriesRequest", LEADER, type, LEADER, peer, fields);
        }
    }

    private void receive(
            int peer,
            String type,
            Map<String, Object> fields,
            String answer,
            Map<String, Object> answered,
            boolean isNew) {
        message("ReceiveAppendEntriesRequest", peer, type, LEADER, peer, fields);
        if (isNew) {
            log[peer]++;
        }
        commit[peer] = commit[LEADER];
        message("SendAppendEntriesResponse", peer, answer, peer, LEADER, answered);
        event("Ready", peer);
    }

    private Map<String, Object> append(int after, int entries) {
        int afterTerm = after > NODES ? TERM : 1;
        return Map.of(
                "index", after, "logTerm", afterTerm, "entries", entries,
                "commit", commit[LEADER]);
    }

    private static Map<String, Object> configuration(int nodes) {
        return Map.of("prop", Map.of(
                "cc", nodes == 0 ? Map.of() : Map.of("newconf", names(nodes))));
    }

    private static List<String> names(int nodes) {
        List<String> names = new ArrayList<>();
        for (int node = 1; node <= nodes; node++) {
            names.add(String.valueOf(node));
        }
        return names;
    }

    private void message(
            String name, int node, String type, int from, int to, Map<String, Object> fields) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.put("term", TERM);
        message.put("from", String.valueOf(from));
        message.put("to", String.valueOf(to));
        for (String field : List.of("entries", "logTerm", "index", "commit")) {
            Object value = fields.get(field);
            message.put(field, value == null ? 0 : value);
        }
        message.put("vote", NOBODY);
        message.put("reject", false);
        message.put("rejectHint", 0);
        event(name, node, NODES, Map.of("msg", message));
    }

    private void event(String name, int node) {
        event(name, node, NODES, Map.of());
    }

    private void event(String name, int node, int known, Map<String, Object> more) {
        if (lines.size() >= wanted) {
            return;
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("term", term[node]);
        state.put("vote", vote[node]);
        state.put("commit", commit[node]);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", name);
        event.put("nid", String.valueOf(node));
        event.put("state", state);
        event.put("role", role[node]);
        event.put("log", log[node]);
        event.put("conf", List.of(names(known), List.of()));
        event.putAll(more);
        lines.add(Lines.of(Map.of("tag", "trace", "event", event)));
    }
}
