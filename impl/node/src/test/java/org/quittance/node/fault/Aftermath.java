package org.quittance.node.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.message.Body;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.cluster.TraceProcess;
import org.quittance.node.cluster.Trading;
import org.quittance.node.disk.Receipt;
import org.quittance.node.disk.Store;
import org.quittance.node.driver.CommandPool;
import org.quittance.trace.merge.Merge;

/** What must hold after a run of a cluster, whatever happened in it. */
final class Aftermath {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREMIUM = 7;
    private static final int CASH = 100_000_000;

    private final ClusterFiles files;
    private final List<Integer> correct;

    /**
     * Of a cluster.
     *
     * @param correct those who kept the rules
     */
    Aftermath(ClusterFiles files, List<Integer> correct) {
        this.files = files;
        this.correct = correct;
    }

    /** While it runs: each node proves that each trade was made once. */
    void everyTradeWasMadeOnce(Nodes nodes, Trading trading, int trades) throws Exception {
        for (int node : correct) {
            List<StateEntry.Account> accounts = trading.settled(nodes.client(node));
            StateEntry.Account seller = accounts.get(0);
            StateEntry.Account buyer = accounts.get(1);
            assertThat(List.of(seller.nonce(), buyer.nonce()))
                    .containsExactly((long) trades, (long) trades);
            assertThat(List.of(seller.cash(), buyer.cash())).containsExactly(
                    (long) CASH + (long) PREMIUM * trades, (long) CASH - (long) PREMIUM * trades);
        }
    }

    /**
     * When it has stopped: all have one chain and one receipt of each command, and no command was
     * accepted twice.
     *
     * @param ids commands that were accepted
     */
    void nothingFinalWasLostOrDoubled(List<Trading.Proved> ids) throws Exception {
        ValidatorSet validators = files.genesis().validatorSet();
        Map<Long, Digest> chain = new TreeMap<>();
        Map<Digest, Receipt> receipts = new TreeMap<>();
        for (int node : correct) {
            try (Store store = Store.openToRead(files.home(node).resolve("data"), validators)) {
                long height = 1;
                for (Optional<Body> body = store.blockAt(height); body.isPresent();
                        body = store.blockAt(++height)) {
                    Digest digest = body.get().block().digest();
                    assertThat(chain.computeIfAbsent(height, key -> digest)).isEqualTo(digest);
                }
                for (Trading.Proved id : ids) {
                    Receipt receipt = store.receipt(id.id()).orElseThrow();
                    assertThat(receipt.refusal()).isEmpty();
                    assertThat(receipts.computeIfAbsent(id.id(), key -> receipt))
                            .isEqualTo(receipt);
                }
            }
        }
        assertThat(chain).hasSizeGreaterThan(10);
        assertThat(receipts).hasSize(ids.size());
        assertThat(receipts.values().stream().distinct()).hasSize(ids.size());
    }

    /** All that executed a height came to one root, as their traces say; the number of heights. */
    int rootsAreEqual() throws Exception {
        Map<Long, String> roots = new TreeMap<>();
        int compared = 0;
        for (int node : correct) {
            for (Path file : filesOf(node, "system-")) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("\"action\":\"Execute\"")) {
                        JsonNode args = JSON.readTree(line).path("args");
                        String root = args.path("root").asText();
                        assertThat(roots.computeIfAbsent(args.path("height").asLong(),
                                key -> root)).isEqualTo(root);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(2 * roots.size());
        return roots.size();
    }

    private List<Path> filesOf(int node, String prefix) throws Exception {
        try (Stream<Path> all = Files.list(files.home(node).resolve("trace"))) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted().toList();
        }
    }

    /** Whom evidence in final blocks convicts; all of it is genuine and some was accepted. */
    Set<Integer> convicted() throws Exception {
        ValidatorSet validators = files.genesis().validatorSet();
        PayloadRules rules = new PayloadRules(new Verifier(validators, new Ed25519()),
                new SealVerifier(validators.chainId(), new Ed25519()));
        Set<Integer> named = new TreeSet<>();
        Set<Integer> accepted = new HashSet<>();
        try (Store store = Store.openToRead(
                files.home(correct.get(0)).resolve("data"), validators)) {
            long height = 1;
            for (Optional<Body> body = store.blockAt(height); body.isPresent();
                    body = store.blockAt(++height)) {
                for (SealedCommand sealed : PayloadCodec.decode(body.get().payload()).commands()) {
                    if (sealed.command() instanceof Command.SubmitEvidence evidence) {
                        assertThat(rules.isValid(sealed)).isTrue();
                        named.add(evidence.validator());
                        store.receipt(CommandPool.idOf(sealed))
                                .filter(receipt -> receipt.refusal().isEmpty())
                                .ifPresent(receipt -> accepted.add(evidence.validator()));
                    }
                }
            }
        }
        assertThat(accepted).isEqualTo(named);
        return named;
    }

    /** What the correct ones recorded, merged, is a behaviour of the specs; how many events. */
    long tracesConform(int crashes) throws Exception {
        List<Path> traces = new ArrayList<>();
        correct.forEach(node -> traces.add(files.home(node).resolve("trace")));
        Path folder = files.directory();
        Merge.Merged ordering = Merge.ordering(traces, folder.resolve("ordering.ndjson"));
        Merge.Merged system = Merge.system(traces, folder.resolve("system.ndjson"));
        // A life ends when the node is killed, and when it takes a state over.
        int lives = 0;
        for (int node : correct) {
            lives += filesOf(node, "ordering-").size();
        }
        assertThat(ordering.crashes()).isEqualTo(lives - correct.size())
                .isGreaterThanOrEqualTo(crashes);
        assertThat(ordering.events()).isGreaterThan(500);
        assertThat(validate(ordering.file(), system.file()))
                .as("see %s", TraceProcess.log(files.directory())).isZero();
        return ordering.events() + system.events();
    }

    /** The status with which the validator of traces ends. */
    int validate(Path... traces) throws Exception {
        return TraceProcess.validate(files.directory(), traces);
    }
}
