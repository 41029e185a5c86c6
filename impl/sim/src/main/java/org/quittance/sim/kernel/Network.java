package org.quittance.sim.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Carries bytes between nodes, and on the way loses, doubles, delays and reorders them. A partition
 * cuts the links between groups of nodes until it heals; what is under way still arrives.
 */
public final class Network {

    /** Where arriving bytes go. */
    @FunctionalInterface
    public interface Receiver {
        /** Bytes have arrived at {@code to}; {@code from} is the node that really sent them. */
        void receive(int from, int to, byte[] bytes);
    }

    private final Timeline timeline;
    private final Rng rng;
    private final Receiver receiver;
    private final int[] group;
    private Link link;
    private long sent;
    private long lost;
    private long duplicated;

    public Network(int nodes, Timeline timeline, Rng rng, Link link, Receiver receiver) {
        this.timeline = timeline;
        this.rng = rng;
        this.link = link;
        this.receiver = receiver;
        this.group = new int[nodes];
    }

    /** Sends a copy of the bytes, as they are now, on their way. */
    public void send(int from, int to, byte[] bytes) {
        sent++;
        if (group[from] != group[to] || rng.chance(link.lossPerMille())) {
            lost++;
            return;
        }
        byte[] copy = bytes.clone();
        timeline.after(link.delay(rng), () -> receiver.receive(from, to, copy));
        if (rng.chance(link.duplicatePerMille())) {
            duplicated++;
            timeline.after(link.delay(rng), () -> receiver.receive(from, to, copy));
        }
    }

    /** Only nodes with the same number in {@code groups} reach each other from now on. */
    public void partition(List<Integer> groups) {
        Arrays.setAll(group, groups::get);
    }

    /** All nodes reach each other again. */
    public void heal() {
        Arrays.fill(group, 0);
    }

    /** From now on messages are treated like this. */
    public void setLink(Link link) {
        this.link = link;
    }

    /** Messages handed in, each destination counted. */
    public long sent() {
        return sent;
    }

    /** Messages lost, by chance or by a partition. */
    public long lost() {
        return lost;
    }

    /** Messages that arrive twice. */
    public long duplicated() {
        return duplicated;
    }
}
