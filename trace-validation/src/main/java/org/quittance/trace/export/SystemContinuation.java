package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quittance.trace.format.Header;
import org.quittance.trace.tla.TlaText;

/**
 * Execution and attestation: one height more, a new command and the last one again, the roots of
 * the last heights and a new one.
 */
final class SystemContinuation implements Continuation {

    /** So many heights at the end of the chain have their roots offered. */
    private static final int LAST = 2;

    private final TlaText terms = new TlaText(digest -> digest);

    @Override
    public String module() {
        return "System";
    }

    @Override
    public Map<String, String> constants(Header header, JsonNode state) {
        Map<String, String> constants =
                new LinkedHashMap<>(header.spec().constants().of(header, terms::write));
        Map.Entry<Integer, JsonNode> tip = byHeight(state.path("chain")).lastEntry();
        int length = tip == null ? 0 : tip.getKey();
        int quitted = 0;
        for (JsonNode entry : state.path("quittances").path("#map")) {
            quitted = Math.max(quitted, ItfValues.number(entry.get(0)));
        }
        List<String> blocks = new ArrayList<>();
        blocks.add("[command |-> \"new-command\", quitted |-> " + quitted + "]");
        if (tip != null) {
            blocks.add("[command |-> \"" + tip.getValue().path("command").asText()
                    + "\", quitted |-> 0]");
        }
        Set<String> roots = new TreeSet<>(Set.of("new-root"));
        for (String variable : List.of("root", "held")) {
            for (JsonNode entry : state.path(variable).path("#map")) {
                addLast(entry.get(1), length, roots);
            }
        }
        addLast(state.path("outcome"), length, roots);
        constants.put("Blocks", "{" + String.join(", ", blocks) + "}");
        constants.put(
                "Roots",
                roots.stream().collect(Collectors.joining("\", \"", "{\"", "\"}")));
        constants.put("Heights", "1 .. " + (length + 1));
        return constants;
    }

    private static void addLast(JsonNode byHeight, int length, Set<String> roots) {
        byHeight(byHeight).tailMap(length - LAST, false).values()
                .forEach(root -> roots.add(root.asText()));
    }

    private static NavigableMap<Integer, JsonNode> byHeight(JsonNode function) {
        NavigableMap<Integer, JsonNode> entries = new TreeMap<>();
        // A sequence and a function from 1 on are one value.
        for (int h = 1; h <= function.size() && function.isArray(); h++) {
            entries.put(h, function.get(h - 1));
        }
        for (JsonNode entry : function.path("#map")) {
            entries.put(ItfValues.number(entry.get(0)), entry.get(1));
        }
        return entries;
    }

    @Override
    public String definitions() {
        return TlaText.functionMakers() + terms.makers();
    }

    @Override
    public String next() {
        return "Next";
    }

    @Override
    public List<String> invariants(Header header) {
        List<String> invariants = new ArrayList<>(List.of(
                "NoHonestAttestationEvidence", "AttestationAccountability", "HeldAreQuittances",
                "DurableAttestations", "DivergedIsSeen", "ExactlyOnce", "BoundedLag",
                "BlocksCarryQuittances"));
        if (Weights.areBelowAThird(header, List.of("byzantine"))) {
            invariants.add("QuittanceAgreement");
        }
        if (Weights.areBelowAThird(header, List.of("byzantine", "wrong"))) {
            invariants.addAll(List.of(
                    "QuittanceMatchesExecution", "NoCorrectContradicts", "NoCorrectStops"));
        }
        return invariants;
    }
}
