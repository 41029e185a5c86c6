package org.quittance.sim.run;

import org.quittance.sim.host.Node;

/** A replica that keeps the rules, and what can happen to it. */
interface Host extends Node {

    /** The power fails. */
    void crash();

    /** The power is back, if it was gone. */
    void restart();

    /** At the end of a run: shows the checkers what a restart would find. */
    void readBack();
}
