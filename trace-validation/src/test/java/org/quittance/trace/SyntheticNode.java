package org.quittance.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A correct validator of a {@link SyntheticRun}. */
final class SyntheticNode {

    private static final Comparator<Map<String, Object>> ORDER =
            Comparator.<Map<String, Object>>comparingInt(m -> (int) m.get("view"))
                    .thenComparing(m -> (String) m.get("kind"))
                    .thenComparing(SyntheticNode::digest);

    private final SyntheticRun run;
    private final int id;
    boolean up = true;
    int view = 1;
    private int patience;
    private final List<Map<String, Object>> pending = new ArrayList<>();
    private final List<Map<String, Object>> durable = new ArrayList<>();
    private final List<Map<String, Object>> received = new ArrayList<>();
    private List<Map<String, Object>> certificates = new ArrayList<>();
    private final Map<String, Map<String, Object>> known = new LinkedHashMap<>();
    private Map<String, Object> committed = SyntheticRun.genesis();

    SyntheticNode(SyntheticRun run, int id) {
        this.run = run;
        this.id = id;
        certificates.add(certificate("finalize", SyntheticRun.genesis()));
        certificates.add(certificate("notarize", SyntheticRun.genesis()));
        known.put(SyntheticRun.GENESIS, SyntheticRun.genesis());
    }

    /** One step, if there is one. */
    void act() {
        if (!up) {
            if (run.random.nextInt(10) == 0) {
                restart();
            }
            return;
        }
        patience++;
        if (run.random.nextInt(400) == 0) {
            crash();
        } else if (!pending.isEmpty() && run.random.nextInt(3) > 0) {
            persist();
        } else if (!hold() && !commit() && !enter() && !propose() && !notarize() && !finish()
                && !receive() && patience > 60) {
            nullify();
        }
    }

    private boolean receive() {
        List<Map<String, Object>> fresh = run.messages.stream()
                .filter(m -> !m.get("signer").equals(id) && !received.contains(m))
                .filter(m -> (int) m.get("view") >= (int) committed.get("view"))
                .filter(m -> (int) m.get("view") <= view + 1)
                .limit(6)
                .toList();
        if (fresh.isEmpty()) {
            return false;
        }
        Map<String, Object> message = fresh.get(run.random.nextInt(fresh.size()));
        received.add(message);
        if (message.get("block") != null) {
            known.put(digest(message), block(message));
        }
        run.event(id, "Receive", Map.of("message", message), Map.of());
        return true;
    }

    private boolean hold() {
        List<Map<String, Object>> votes = new ArrayList<>(received);
        votes.addAll(durable);
        for (Map<String, Object> vote : votes) {
            Map<String, Object> certificate = new LinkedHashMap<>(vote);
            certificate.remove("signer");
            if (vote.get("kind").equals("propose") || certificates.contains(certificate)) {
                continue;
            }
            TreeSet<Integer> signers = new TreeSet<>();
            for (Map<String, Object> other : votes) {
                Map<String, Object> same = new LinkedHashMap<>(other);
                same.remove("signer");
                if (same.equals(certificate)) {
                    signers.add((int) other.get("signer"));
                }
            }
            if (signers.size() >= 3) {
                certificates.add(certificate);
                run.event(
                        id,
                        "HoldCertificate",
                        ordered("certificate", certificate, "signers", signers),
                        Map.of("certificates", certificates.stream()
                                .filter(c -> c.get("view").equals(certificate.get("view")))
                                .sorted(ORDER)
                                .toList()));
                return true;
            }
        }
        return false;
    }

    private boolean enter() {
        int next = certificates.stream().mapToInt(c -> (int) c.get("view") + 1).max().orElse(0);
        if (next <= view) {
            return false;
        }
        view = next;
        patience = 0;
        run.event(id, "EnterView", Map.of("view", view), Map.of("view", view));
        return true;
    }

    private boolean propose() {
        Map<String, Object> parent = parent(view);
        if (run.election.leader(view) != id || parent == null
                || signed("propose") || signed("nullify")) {
            return false;
        }
        Map<String, Object> block = run.block(view, parent, true);
        sign("Propose", "block", block, SyntheticRun.message("propose", id, block));
        known.put((String) block.get("digest"), block);
        return true;
    }

    private boolean notarize() {
        List<Map<String, Object>> known = new ArrayList<>(received);
        known.addAll(durable);
        for (Map<String, Object> p : known) {
            if (p.get("kind").equals("propose") && p.get("view").equals(view)
                    && p.get("signer").equals(run.election.leader(view))
                    && block(p).get("valid").equals(true)
                    && !signed("notarize") && !signed("nullify") && !signed("finalize")
                    && extendsNotarized(block(p))) {
                sign("Notarize", "block", block(p),
                        SyntheticRun.message("notarize", id, block(p)));
                return true;
            }
        }
        return false;
    }

    private boolean finish() {
        for (Map<String, Object> c : certificates) {
            int v = (int) c.get("view");
            List<Map<String, Object>> own = own(v);
            long proposals = received.stream()
                    .filter(m -> m.get("kind").equals("propose") && m.get("view").equals(v))
                    .count();
            if (c.get("kind").equals("notarize") && v > 0 && proposals < 2
                    && v >= (int) committed.get("view")
                    && own.stream().noneMatch(m -> m.get("kind").equals("nullify")
                            || m.get("kind").equals("finalize")
                            || m.get("kind").equals("notarize") && !block(m).equals(block(c)))) {
                sign("Finalize", "block", block(c),
                        SyntheticRun.message("finalize", id, block(c)));
                return true;
            }
        }
        return false;
    }

    private void nullify() {
        patience = 0;
        if (!signed("nullify") && !signed("finalize")) {
            sign("Nullify", "view", view, SyntheticRun.nullify(id, view));
        }
    }

    private void sign(String action, String name, Object argument, Map<String, Object> message) {
        pending.add(message);
        run.event(id, action, Map.of(name, argument), Map.of("pending", List.copyOf(pending)));
    }

    private void persist() {
        Map<String, Object> message = pending.remove(0);
        durable.add(message);
        run.send(id, message);
        run.event(id, "Persist", Map.of(), ordered(
                "pending", List.copyOf(pending),
                "durable", durable.stream()
                        .filter(m -> m.get("view").equals(message.get("view")))
                        .sorted(ORDER)
                        .toList()));
    }

    private boolean commit() {
        for (Map<String, Object> c : certificates) {
            if (!c.get("kind").equals("finalize")
                    || (int) c.get("view") <= (int) committed.get("view")) {
                continue;
            }
            List<Map<String, Object>> path = new ArrayList<>();
            Map<String, Object> block = block(c);
            while (block != null && !block.equals(committed)) {
                path.add(0, block);
                block = known.get((String) block.get("parent"));
            }
            if (block != null) {
                committed = block(c);
                run.event(id, "Commit", Map.of("path", path), Map.of("committed", committed));
                return true;
            }
        }
        return false;
    }

    private void crash() {
        up = false;
        pending.clear();
        received.clear();
        run.event(id, "Crash", Map.of(), Map.of("up", false));
    }

    private void restart() {
        up = true;
        view = 1;
        certificates = new ArrayList<>(certificates.stream()
                .filter(c -> (int) c.get("view") == 0 || run.random.nextInt(10) > 0)
                .sorted(ORDER)
                .toList());
        committed = certificates.stream()
                .filter(c -> c.get("kind").equals("finalize")
                        && (int) c.get("view") <= (int) committed.get("view"))
                .max(ORDER)
                .map(SyntheticNode::block)
                .orElseThrow();
        run.event(
                id,
                "Restart",
                ordered("kept", List.copyOf(certificates), "tip", committed),
                ordered(
                        "up", true,
                        "view", 1,
                        "committed", committed,
                        "pending", List.of(),
                        "durable", durable.stream()
                                .filter(m -> (int) m.get("view") > (int) committed.get("view"))
                                .sorted(ORDER)
                                .toList()));
    }

    /** The highest notarized block that a block of that view can extend, if any. */
    Map<String, Object> parent(int of) {
        return certificates.stream()
                .filter(c -> c.get("kind").equals("notarize") && (int) c.get("view") < of)
                .max(ORDER)
                .map(SyntheticNode::block)
                .filter(b -> nullified((int) b.get("view"), of))
                .orElse(null);
    }

    private boolean extendsNotarized(Map<String, Object> b) {
        return certificates.stream().anyMatch(c -> c.get("kind").equals("notarize")
                        && digest(c).equals(b.get("parent")))
                && nullified((int) b.get("parentView"), (int) b.get("view"))
                && certificates.stream().noneMatch(c -> c.get("kind").equals("finalize")
                        && (int) c.get("view") > (int) b.get("parentView"));
    }

    private boolean nullified(int after, int before) {
        for (int v = after + 1; v < before; v++) {
            int between = v;
            if (certificates.stream().noneMatch(c ->
                    c.get("kind").equals("nullify") && c.get("view").equals(between))) {
                return false;
            }
        }
        return true;
    }

    private boolean signed(String kind) {
        return own(view).stream().anyMatch(m -> m.get("kind").equals(kind));
    }

    private List<Map<String, Object>> own(int of) {
        List<Map<String, Object>> own = new ArrayList<>(durable);
        own.addAll(pending);
        own.removeIf(m -> !m.get("view").equals(of));
        return own;
    }

    private static Map<String, Object> certificate(String kind, Map<String, Object> block) {
        Map<String, Object> certificate = SyntheticRun.message(kind, 0, block);
        certificate.remove("signer");
        return certificate;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> block(Map<String, Object> message) {
        return (Map<String, Object>) message.get("block");
    }

    private static String digest(Map<String, Object> message) {
        return message.get("block") == null ? "" : (String) block(message).get("digest");
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int k = 0; k < pairs.length; k += 2) {
            map.put((String) pairs[k], pairs[k + 1]);
        }
        return map;
    }
}
