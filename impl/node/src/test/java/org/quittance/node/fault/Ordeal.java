package org.quittance.node.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quittance.core.settlement.Command;
import org.quittance.node.client.NodeClient;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.cluster.Trading;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.scenario.Behaviour;

/**
 * One run of a cluster of processes under load and faults: what the seed says happens, and in the
 * end all must be well. It keeps its directory if it fails.
 */
final class Ordeal implements AutoCloseable {

    private static final int HEAP_MB = 300;
    private static final int PAUSE_MILLIS = 250;

    private final long seed;
    private final Rng rng;
    private final ClusterFiles files;
    private final Wires wires;
    private final Nodes nodes;
    private final List<Integer> correct;
    private final Aftermath aftermath;
    private final Path treason;
    private final boolean traitor;
    private final TreeMap<String, Integer> survived = new TreeMap<>();
    private final long began = System.nanoTime();
    private Trading trading;
    private Load load;

    /** A cluster that doesn't run yet; its last validator breaks the rules, if one does. */
    Ordeal(Path directory, long seed, boolean traitor) throws Exception {
        this.rng = new Rng(seed);
        this.traitor = traitor;
        this.files = Wires.named(ClusterFiles.create(directory.resolve("cluster"), true));
        this.correct = IntStream.range(0, ClusterFiles.SIZE - (traitor ? 1 : 0)).boxed().toList();
        this.aftermath = new Aftermath(files, correct);
        this.wires = Wires.lay(files);
        this.nodes = new Nodes(files, HEAP_MB);
        this.treason = directory.resolve("treason");
        this.seed = seed;
        System.out.printf("%s: seed %d%n", directory, seed);
    }

    /** Starts all processes, and the load. */
    void begin() throws Exception {
        for (int node : correct) {
            nodes.start(node, true);
        }
        if (traitor) {
            int self = ClusterFiles.SIZE - 1;
            nodes.run(self, List.of(Traitor.class.getName(),
                    files.home(self).resolve("node.properties").toString(),
                    Integer.toString(self), Long.toString(seed), treason.toString(),
                    Behaviour.EQUIVOCATOR.name(), Behaviour.DOUBLE_VOTER.name(),
                    Behaviour.VOTE_AFTER_NULLIFY.name(), Behaviour.REPLAYER.name(),
                    Behaviour.FORGER.name(), Behaviour.DOUBLE_ATTESTER.name()));
        }
        List<NodeClient> clients = new ArrayList<>();
        for (int node : correct) {
            nodes.awaitReady(node);
            clients.add(nodes.client(node));
        }
        trading = new Trading(files, clients);
        trading.open();
        load = new Load(trading, PAUSE_MILLIS);
    }

    private void survived(String what) {
        survived.merge(what, 1, Integer::sum);
    }

    private int some() {
        return rng.pick(correct);
    }

    /** One is killed, whatever it is doing, and started again. */
    void kill() throws Exception {
        int node = some();
        Thread.sleep(rng.between(100, 1_500));
        nodes.kill(node);
        Thread.sleep(rng.between(10, 2_000));
        nodes.start(node, false);
        nodes.awaitReady(node);
        survived("kills");
    }

    /** All are killed at once, with whatever they were doing, and started again. */
    void killAll() throws Exception {
        Thread.sleep(rng.between(100, 1_500));
        // Nobody is there to take a command; those that were taken may be lost, and come again.
        synchronized (load) {
            for (int node : correct) {
                nodes.kill(node);
                survived("kills");
            }
            for (int node : correct) {
                nodes.start(node, false);
            }
            for (int node : correct) {
                nodes.awaitReady(node);
            }
        }
        survived("kills of all at once");
    }

    /** One is alone; if the others are a quorum they go on. */
    void isolate() throws Exception {
        int node = some();
        wires.part(Set.of(node), rng.chance(500) ? Wire.State.CUT : Wire.State.SILENT);
        if (traitor) {
            Thread.sleep(3_000);
        } else {
            nodes.awaitBlocks(correct.get(node == 0 ? 1 : 0), 5);
        }
        wires.mend();
        nodes.awaitBlocks(node, 3);
        survived("partitions with one alone");
    }

    /** Two and two: nobody finalizes anything, and afterwards all go on. */
    void halve() throws Exception {
        wires.part(Set.of(0, 1 + rng.below(3)),
                rng.chance(500) ? Wire.State.CUT : Wire.State.SILENT);
        // What is on its way, or waits for a certificate that is known already, may come yet.
        long before = settledHighest();
        Thread.sleep(4_000);
        // Who was behind may learn from its own side what is final already.
        assertThat(highest()).isEqualTo(before);
        wires.mend();
        for (int node : correct) {
            nodes.awaitBlocks(node, 3);
        }
        survived("partitions without a quorum");
    }

    /** When two seconds have changed nothing; with a quorum that never comes. */
    private long settledHighest() throws Exception {
        long highest = highest();
        for (int k = 0; k < 30; k++) {
            Thread.sleep(2_000);
            long now = highest();
            if (now == highest) {
                return now;
            }
            highest = now;
        }
        throw new AssertionError("two and two finalize blocks: " + highest);
    }

    private long highest() throws Exception {
        long highest = 0;
        for (int node : correct) {
            highest = Math.max(highest, nodes.committed(node));
        }
        return highest;
    }

    /** One direction is dead, one slow, one late; one connection is cut, one bit flipped. */
    void spoil() throws Exception {
        List<Integer> order = rng.shuffled(correct);
        wires.wire(order.get(0), order.get(1)).set(Wire.State.SILENT);
        wires.wire(order.get(1), order.get(2)).slow(20_000);
        wires.wire(order.get(2), order.get(0)).delay(100);
        wires.wire(order.get(2), order.get(1)).garble();
        Thread.sleep(rng.between(1_000, 3_000));
        wires.wire(order.get(0), order.get(2)).drop();
        nodes.awaitBlocks(order.get(0), 2);
        wires.mend();
        nodes.awaitBlocks(order.get(1), 3);
        survived("bad links");
    }

    /** One stands still: for it all clocks jump. */
    void pause(int seconds) throws Exception {
        int node = some();
        nodes.pause(node);
        long before = System.nanoTime();
        if (!traitor) {
            nodes.awaitBlocks(correct.get(node == 0 ? 1 : 0), 5);
        }
        Thread.sleep(Math.max(0, seconds * 1_000L - (System.nanoTime() - before) / 1_000_000));
        nodes.resume(node);
        nodes.awaitReady(node);
        nodes.awaitBlocks(node, 3);
        survived("pauses of " + seconds + " s");
    }

    /** Anything. */
    void any() throws Exception {
        switch (rng.below(traitor ? 5 : 6)) {
            case 0 -> kill();
            case 1 -> isolate();
            case 2 -> spoil();
            case 3 -> pause(3 + rng.below(18));
            case 4 -> killAll();
            default -> halve();
        }
    }

    /** Ends the load and the cluster, and looks at what is left. */
    void end() throws Exception {
        List<Trading.Proved> proved = load.end();
        int trades = proved.size() / 2;
        assertThat(trades).isGreaterThan(5);
        aftermath.everyTradeWasMadeOnce(nodes, trading, trades);
        assertThat(trading.submit(new Command.Cancel(4, trades, 1_000_000),
                files.traders().get(0))).isNotNull();
        for (int node : correct) {
            assertThat(nodes.isAlive(node)).isTrue();
        }
        if (traitor) {
            nodes.kill(ClusterFiles.SIZE - 1);
        }
        nodes.stopAll();
        aftermath.nothingFinalWasLostOrDoubled(proved);
        int heights = aftermath.rootsAreEqual();
        Set<Integer> convicted = aftermath.convicted();
        assertThat(convicted).isEqualTo(traitor ? Set.of(ClusterFiles.SIZE - 1) : Set.of());
        long events = aftermath.tracesConform(survived.getOrDefault("kills", 0));
        System.out.printf("  survived %s; %d commands proved, %d heights with equal roots, %d"
                        + " events accepted, %d bytes between validators, %d s%n",
                survived, proved.size(), heights, events, wires.passed(),
                (System.nanoTime() - began) / 1_000_000_000);
        if (traitor) {
            System.out.printf("  convicted %s, who did: %s", convicted,
                    Files.readString(treason));
        }
    }

    @Override
    public void close() throws IOException {
        if (load != null) {
            load.close();
        }
        nodes.close();
        wires.close();
    }
}
