package org.quittance.sim.byzantine;

import org.quittance.sim.host.Keys;
import org.quittance.sim.host.Payloads;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.kernel.Timeline;
import org.quittance.sim.scenario.Behaviour;
import org.quittance.sim.scenario.Scenario;

/** What the simulator lets a Byzantine replica get at. */
public interface Surroundings {

    Timeline timeline();

    Scenario scenario();

    /** All public keys; of the signers a replica takes its own only. */
    Keys keys();

    Payloads payloads();

    /** A stream of chance of its own for each name. */
    Rng rng(String name);

    /** Sends bytes over the channel of a node, to another one. */
    void send(int from, int to, byte[] bytes);

    /** Counts that a replica did what this behaviour is about. */
    void misbehaved(Behaviour behaviour);
}
