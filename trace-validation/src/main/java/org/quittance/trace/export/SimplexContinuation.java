package org.quittance.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.format.Header;
import org.quittance.trace.specs.Block;
import org.quittance.trace.specs.Election;
import org.quittance.trace.tla.TlaText;

/**
 * Ordering: the blocks that the state speaks of, three new ones of which two conflict, and one view
 * more than anyone has come to.
 */
final class SimplexContinuation implements Continuation {

    private static final List<String> FIELDS =
            List.of("digest", "view", "parentView", "parent", "valid");

    private final TlaText terms = new TlaText(digest -> digest);

    @Override
    public String module() {
        return "Simplex";
    }

    @Override
    public Map<String, String> constants(Header header, JsonNode state) {
        Map<String, String> constants =
                new LinkedHashMap<>(header.spec().constants().of(header, terms::write));
        Map<String, Block> blocks = blocks(state);
        int view = 1;
        for (Block block : blocks.values()) {
            view = Math.max(view, block.view());
        }
        for (JsonNode entry : state.path("view").path("#map")) {
            view = Math.max(view, ItfValues.number(entry.get(1)));
        }
        Block notarized = highest(state, "notarize", blocks, view);
        Block last = highest(state, "finalize", blocks, view);
        List<Block> all = new ArrayList<>(blocks.values());
        all.add(child("new-on-notarized", notarized, view));
        all.add(child("new-on-final", last, view));
        all.add(child("new-and-later", notarized, view + 1));
        constants.put("Blocks", all.stream()
                .map(block -> terms.write(block.term()))
                .collect(Collectors.joining(",\n     ", "{Genesis,\n     ", "}")));
        constants.put("Views", "1 .. " + (view + 1));
        Election election = Election.of(header);
        constants.put("Leader", IntStream.rangeClosed(1, view + 1)
                .mapToObj(v -> String.valueOf(election.leader(v)))
                .collect(Collectors.joining(", ", "<<", ">>")));
        return constants;
    }

    private static Block child(String digest, Block parent, int view) {
        return new Block(digest, view, parent.view(), parent.digest(), true);
    }

    /** The blocks of the state without the genesis block and the one that is none. */
    private static Map<String, Block> blocks(JsonNode state) {
        Map<String, Block> blocks = new TreeMap<>();
        for (JsonNode found : ItfValues.objects(state, FIELDS)) {
            if (ItfValues.number(found.get("view")) > 0) {
                blocks.put(found.get("digest").asText(), block(found));
            }
        }
        return blocks;
    }

    private static Block block(JsonNode block) {
        return new Block(
                block.get("digest").asText(),
                ItfValues.number(block.get("view")),
                ItfValues.number(block.get("parentView")),
                block.get("parent").asText(),
                block.get("valid").asBoolean());
    }

    /** The block with the latest certificate of a kind below a view; each node holds genesis's. */
    private static Block highest(
            JsonNode state, String kind, Map<String, Block> blocks, int view) {
        return ItfValues.objects(state.path("certificates"), List.of("kind", "view", "block"))
                .stream()
                .filter(certificate -> certificate.get("kind").asText().equals(kind))
                .map(certificate -> block(certificate.get("block")))
                .filter(block -> block.view() < view)
                .max(Comparator.comparingInt(Block::view))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no certificate of kind " + kind + " beside " + blocks.size() + " blocks"));
    }

    /** All of Simplex's Next, but for the choice of what a restart finds again. */
    @Override
    public String definitions() {
        return terms.makers() + """

                \\* Next lets a restart keep any subset of certificates, and there are too many.
                Kept(i) ==
                    {certificates[i], GenesisCertificates}
                    \\union {certificates[i] \\ {c}: c \\in certificates[i] \\ GenesisCertificates}

                NearNext ==
                    \\/ \\E i \\in Honest, c \\in AllCertificates:
                           HoldCertificate(i, c, Voters(c, messages))
                    \\/ \\E i \\in Honest, v \\in Views: EnterView(i, v)
                    \\/ \\E i \\in Honest, b \\in Blocks: Propose(i, b)
                    \\/ \\E i \\in Honest, b \\in Blocks: Notarize(i, b)
                    \\/ \\E i \\in Honest, v \\in Views: Nullify(i, v)
                    \\/ \\E i \\in Honest, b \\in Blocks: Finalize(i, b)
                    \\/ \\E i \\in Honest: Persist(i)
                    \\/ \\E i \\in Honest, path \\in Paths: Commit(i, path)
                    \\/ \\E i \\in Honest: Crash(i)
                    \\/ \\E i \\in Honest: \\E kept \\in Kept(i):
                           \\E c \\in kept: c.kind = "finalize" /\\ Restart(i, kept, c.block)
                    \\/ \\E m \\in ByzantineMessages: ByzantineSend(m)
                """;
    }

    @Override
    public String next() {
        return "NearNext";
    }

    @Override
    public List<String> invariants(Header header) {
        List<String> invariants = new ArrayList<>(
                List.of("DurableVotes", "CertificatesAreBacked", "NoHonestEvidence"));
        if (Weights.areBelowAThird(header, List.of("byzantine"))) {
            invariants.addAll(List.of(
                    "Agreement", "Validity", "NoConflictingNotarization",
                    "FinalizedNotNullified", "CommittedIsFinal"));
        }
        return invariants;
    }
}
