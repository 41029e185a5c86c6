package org.quittance.sim.host;

/** A place in the network. */
public interface Node {

    /** The cluster starts. */
    void start();

    /** Bytes arrived over the channel of a node. */
    void receive(int from, byte[] bytes);
}
