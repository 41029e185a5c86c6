package org.quittance.sim.run;

import java.util.List;
import java.util.Optional;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Quittance;
import org.quittance.sim.host.Node;

/** A replica that keeps the rules, and what can happen to it. */
interface Host extends Node {

    /** The power fails. */
    void crash();

    /** The power is back, if it was gone. */
    void restart();

    /** At the end of a run: shows the checkers what a restart would find. */
    void readBack();

    /** The newest quittance that it has held in this life or an earlier one. */
    default Optional<Quittance> quittance() {
        return Optional.empty();
    }

    /** What is in its log, on its disk for good. */
    default List<LogRecord> records() {
        return List.of();
    }
}
