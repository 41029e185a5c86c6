package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timing;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.message.Body;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.ReplicaEffect;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.replica.ReplicaStep;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.state.Right;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.trace.LifeFiles;
import org.quittance.node.trace.NodeTracer;
import org.quittance.node.trace.SettlementTracer;
import org.quittance.trace.Catalogue;
import org.quittance.trace.TraceValidator;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.merge.Merge;
import org.quittance.trace.specs.QuittanceSpecs;

/**
 * Who is traced does what it does otherwise: the same inputs to four validators lead to the same
 * effects, and to equal roots. What was traced is accepted by the specs.
 */
class TracingTest {

    private static final int BLOCKS = 12;

    @TempDir
    private Path directory;

    private record Waiting(int node, ReplicaInput input) {}

    private record Done(int node, ReplicaEffect effect) {}

    @Test
    void aTracedValidatorDoesWhatItDoesOtherwise() throws Exception {
        ClusterFiles files = ClusterFiles.create(directory.resolve("cluster"), false);
        Run plain = new Run(files, Optional.empty());
        plain.go();
        Run traced = new Run(files, Optional.of(directory.resolve("traces")));
        traced.go();

        assertThat(plain.done).hasSizeGreaterThan(500);
        assertThat(traced.done).isEqualTo(plain.done);
        assertThat(traced.roots()).isEqualTo(plain.roots()).hasSize(1);

        List<Path> nodes = new ArrayList<>();
        for (int node = 0; node < ClusterFiles.SIZE; node++) {
            nodes.add(directory.resolve("traces").resolve(Integer.toString(node)));
        }
        Path settlement = directory.resolve("settlement.ndjson");
        accepted(Merge.ordering(nodes, directory.resolve("ordering.ndjson")).file());
        accepted(Merge.system(nodes, directory.resolve("system.ndjson")).file());
        assertThat(Merge.settlement(nodes.get(1), settlement).events()).isGreaterThan(5L * BLOCKS);
        accepted(settlement);

        // Negative control: a price that nobody reported.
        String text = Files.readString(settlement);
        String wrong = text.replaceFirst("\"action\":\"Report\",\"args\":\\{\"validator\":0,"
                + "\"round\":1,\"price\":100}", "\"action\":\"Report\",\"args\":{\"validator\":0,"
                + "\"round\":1,\"price\":101}");
        assertThat(wrong).isNotEqualTo(text);
        Files.writeString(settlement, wrong, StandardCharsets.UTF_8);
        ValidationResult result = validate(settlement);
        assertThat(result.verdict()).isEqualTo(org.quittance.trace.Verdict.REJECTED);
        assertThat(String.valueOf(result.rejection())).contains("Report", "reports");
    }

    private static void accepted(Path trace) throws Exception {
        ValidationResult result = validate(trace);
        assertThat(result.verdict()).as("%s", result)
                .isEqualTo(org.quittance.trace.Verdict.ACCEPTED);
    }

    private static ValidationResult validate(Path trace) throws Exception {
        Catalogue catalogue = QuittanceSpecs.in(Path.of("../../specs"));
        return new TraceValidator(catalogue, Map.of(), false, 4).validate(trace);
    }

    /** Four validators in one thread: what is sent arrives, in the order in which it was sent. */
    private static final class Run {

        private final List<Done> done = new ArrayList<>();
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private final Map<Digest, Body> bodies = new HashMap<>();
        private final List<Replica> replicas = new ArrayList<>();
        private final List<Optional<NodeTracer>> tracers = new ArrayList<>();
        private final ClusterFiles files;
        private final ValidatorSet validators;
        private final Verifier verifier;
        private int requests;

        Run(ClusterFiles files, Optional<Path> traces) throws Exception {
            this.files = files;
            this.validators = files.genesis().validatorSet();
            this.verifier = new Verifier(validators, new Ed25519());
            PayloadRules rules = new PayloadRules(
                    verifier, new SealVerifier(validators.chainId(), new Ed25519()));
            for (int node = 0; node < ClusterFiles.SIZE; node++) {
                ValidatorId self = new ValidatorId(node);
                Optional<SettlementTracer> settlement = Optional.empty();
                Optional<NodeTracer> tracer = Optional.empty();
                if (traces.isPresent()) {
                    Path home = traces.get().resolve(Integer.toString(node));
                    settlement = Optional.of(LifeFiles.settlement(
                            home, validators, self, files.genesis().settlement()));
                    tracer = Optional.of(LifeFiles.begin(home, validators, self,
                            files.genesis().maxLag(), 0, 0,
                            digest -> Optional.ofNullable(bodies.get(digest)), settlement));
                }
                tracers.add(tracer);
                Replica.Begun begun = Replica.start(
                        new ReplicaConfig(
                                new Config(validators, self, files.validators().get(node), rules,
                                        new Timing(1_000, 2_000, 60_000, 1_000)),
                                verifier, files.genesis().maxLag()),
                        NodeExecution.genesis(files.genesis().settlement(), settlement,
                                (height, contents, refusals, nonces, trie) -> { }));
                replicas.add(begun.replica());
                take(node, begun.step());
            }
        }

        void go() throws Exception {
            while (replicas.get(0).execution().executed().number() < BLOCKS) {
                Waiting next = waiting.remove();
                take(next.node(), replicas.get(next.node()).step(next.input()));
            }
            tracers.forEach(tracer -> tracer.ifPresent(NodeTracer::close));
        }

        List<Digest> roots() {
            return replicas.stream()
                    .filter(it -> it.execution().executed().number() == BLOCKS)
                    .map(it -> it.execution().trie().root()).distinct().toList();
        }

        private void take(int node, ReplicaStep step) throws Exception {
            for (ReplicaEffect effect : step.effects()) {
                if (effect instanceof ReplicaEffect.Ordering(Effect.Persist persist)) {
                    persist.record().storedBody().ifPresent(
                            body -> bodies.put(body.block().digest(), body));
                }
            }
            if (tracers.get(node).isPresent()) {
                tracers.get(node).get().stepped(step, replicas.size() > node
                        ? replicas.get(node).divergence() : Optional.empty(), 0);
                tracers.get(node).get().flush();
            }
            long written = -1;
            for (ReplicaEffect effect : step.effects()) {
                done.add(new Done(node, effect));
                if (effect instanceof ReplicaEffect.Ordering(Effect ordering)) {
                    written = Math.max(written, perform(node, ordering));
                }
            }
            if (written >= 0) {
                add(node, new Input.Persisted(written));
            }
        }

        /** Returns the index of the record, or -1 if it is none. */
        private long perform(int node, Effect effect) throws Exception {
            switch (effect) {
                case Effect.Persist persist -> {
                    return persist.index();
                }
                case Effect.Send(Message message) -> {
                    for (int to = 0; to < ClusterFiles.SIZE; to++) {
                        if (to != node) {
                            arrive(node, to, message);
                        }
                    }
                }
                case Effect.SendTo(ValidatorId to, Message message) ->
                        arrive(node, to.index(), message);
                case Effect.RequestPayload request -> waiting.add(new Waiting(node,
                        new ReplicaInput.Commands(request.view(), request.parent().digest(),
                                commands())));
                case Effect.Execute(var height, var block) -> waiting.add(new Waiting(node,
                        new ReplicaInput.BlockRead(height, bodies.get(block.digest()))));
                default -> { }
            }
            return -1;
        }

        private void arrive(int from, int to, Message message) throws Exception {
            ValidatorId sender = new ValidatorId(from);
            if (verifier.verify(sender, Envelope.of(validators, message))
                    instanceof Verdict.Accepted(var verified)) {
                add(to, new Input.Received(sender, verified));
            }
        }

        private void add(int node, Input input) {
            waiting.add(new Waiting(node, new ReplicaInput.Ordering(input)));
        }

        /** The market opens, and then one command is refused for each block. */
        private List<SealedCommand> commands() {
            requests++;
            String chain = validators.chainId();
            List<SealedCommand> commands = new ArrayList<>();
            var governors = files.governors().toArray(new org.quittance.core.crypto.Signer[0]);
            switch (requests) {
                case 1 -> commands.add(SealedCommand.seal(
                        chain, new Command.ListGroup(1, 1_000_000), governors));
                case 2 -> commands.add(SealedCommand.seal(
                        chain, new Command.ListSeries(1, 100, Right.CALL, 1), governors));
                case 3 -> {
                    for (int v = 0; v < ClusterFiles.SIZE; v++) {
                        commands.add(SealedCommand.seal(chain,
                                new Command.Report(v, 1, 100), files.validators().get(v)));
                    }
                }
                default -> commands.add(SealedCommand.seal(chain,
                        new Command.Cancel(4, requests, 77), files.traders().get(0)));
            }
            return commands;
        }
    }
}
