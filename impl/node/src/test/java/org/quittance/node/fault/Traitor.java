package org.quittance.node.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Timing;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.Ed25519;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Vote;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.net.FrameType;
import org.quittance.node.net.PeerNetwork;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.KeyFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.sim.byzantine.ByzantineReplica;
import org.quittance.sim.byzantine.Surroundings;
import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Payloads;
import org.quittance.sim.kernel.Link;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.kernel.Timeline;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Scenario;

/**
 * A validator that breaks the rules, as a process: the simulator's Byzantine replica with a real
 * key, a real certificate, real connections and real time. It also keeps some of its votes from
 * some of the others.
 *
 * <p>Arguments: its configuration, its number, a seed, a file for what it did, behaviours.
 */
public final class Traitor implements Surroundings {

    private static final int WITHHELD_PER_MILLE = 200;
    private static final long TELL_MILLIS = 500;

    private record Arrived(int from, byte[] bytes) {}

    private final int self;
    private final Scenario scenario;
    private final Keys keys;
    private final Payloads payloads;
    private final Rng rng;
    private final Rng withheld;
    private final Timeline timeline = new Timeline();
    private final Map<Behaviour, Integer> done = new EnumMap<>(Behaviour.class);
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>(4_096);
    private final PeerNetwork network;
    private int votesWithheld;

    private Traitor(NodeConfig config, int self, long seed, List<Behaviour> behaviours)
            throws Exception {
        this.self = self;
        GenesisFile genesis = GenesisFile.read(config.genesis());
        ValidatorSet validators = genesis.validatorSet();
        Signer signer = KeyFile.read(config.key());
        this.keys = new Keys(validators, new Ed25519(),
                Collections.nCopies(validators.size(), signer));
        this.rng = new Rng(seed);
        this.withheld = rng.split("withheld votes");
        this.payloads = payloads(validators, signer);
        this.scenario = new Scenario("process", seed,
                Collections.nCopies(validators.size(), 1L),
                new TreeMap<>(Map.of(self, behaviours)), Link.good(1, 1), 1, Timing.usual(), 200,
                List.of(), 0, 0);
        this.network = Peers.of(config, genesis,
                (from, type, content) -> {
                    if (type == FrameType.MESSAGE) {
                        arrived.put(new Arrived(from, content));
                    }
                });
        network.listen(config.peerListen());
        Peers.callAll(network, genesis, self);
    }

    /** Blocks without meaning; the invalid ones have a seal for another chain. */
    private static Payloads payloads(ValidatorSet validators, Signer signer) {
        Ed25519 scheme = new Ed25519();
        return new Payloads(
                new PayloadRules(new Verifier(validators, scheme),
                        new SealVerifier(validators.chainId(), scheme)),
                (node, count, valid) -> PayloadCodec.encode(new BlockContents(Optional.empty(),
                        List.of(SealedCommand.seal(valid ? validators.chainId() : "another",
                                new Command.ExecuteWithdrawal(1_000_000L + count), signer)))));
    }

    private void run(List<Behaviour> behaviours, Path report) throws Exception {
        ByzantineReplica replica = new ByzantineReplica(this, self, behaviours);
        long began = System.nanoTime();
        long told = 0;
        replica.start();
        while (true) {
            Arrived next = arrived.poll(2, TimeUnit.MILLISECONDS);
            if (next != null) {
                replica.receive(next.from(), next.bytes());
            }
            long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            pass(now);
            if (now - told > TELL_MILLIS) {
                told = now;
                Path young = report.resolveSibling("young");
                Files.writeString(young, done + " and " + votesWithheld + " votes withheld\n");
                Files.move(young, report, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Does all that is due by now. */
    private void pass(long now) {
        boolean[] reached = {false};
        timeline.after(Math.max(0, now - timeline.now()), () -> reached[0] = true);
        while (!reached[0]) {
            timeline.step();
        }
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Payloads payloads() {
        return payloads;
    }

    @Override
    public Rng rng(String name) {
        return rng.split(name);
    }

    @Override
    public void send(int from, int to, byte[] bytes) {
        if (isVote(bytes) && withheld.chance(WITHHELD_PER_MILLE)) {
            votesWithheld++;
        } else {
            network.send(to, FrameType.MESSAGE, bytes);
        }
    }

    private static boolean isVote(byte[] bytes) {
        try {
            return MessageCodec.decode(bytes).message() instanceof Vote;
        } catch (MalformedException e) {
            return false;
        }
    }

    @Override
    public void misbehaved(Behaviour behaviour) {
        done.merge(behaviour, 1, Integer::sum);
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws Exception {
        List<Behaviour> behaviours = List.of(arguments).subList(4, arguments.length).stream()
                .map(Behaviour::valueOf).toList();
        new Traitor(NodeConfig.read(Path.of(arguments[0])), Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]), behaviours)
                .run(behaviours, Path.of(arguments[3]));
    }
}
