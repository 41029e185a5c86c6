package org.quittance.sim.run;

/** What is counted in a run. */
public enum Count {
    RUNS("runs"),
    /** Different blocks that some correct node committed. */
    BLOCKS("blocks"),
    /** Trace events of correct nodes. */
    EVENTS("events"),
    /** Trace events of the settlement machine that is watched. */
    SETTLEMENT_EVENTS("settlement events"),
    /** Trace events of execution and attestation. */
    SYSTEM_EVENTS("system events"),
    /** Things that happened in the simulator: arrivals, timers, acknowledgements, faults. */
    STEPS("steps"),
    SENT("messages sent"),
    LOST("messages lost"),
    DUPLICATED("messages doubled"),
    /** Messages that a correct node refused: they did not decode, or did not verify. */
    REFUSED("messages refused"),
    /** Commands that a leader left out of its block, since they may not be in one. */
    LEFT_OUT("commands left out"),
    CRASHES("crashes"),
    RESTARTS("restarts"),
    /** Restarts that found a torn record at the end of the log. */
    TORN("torn records"),
    /** Crashes that left whole writes on the disk which had never been acknowledged. */
    UNACKNOWLEDGED("unacknowledged writes kept"),
    PARTITIONS("partitions"),
    EVIDENCE("evidence"),
    /** Charges of what a validator attested. */
    ACCUSATIONS("accusations"),
    /** Replicas that stopped since their own root was not that of a quittance. */
    STOPPED("stopped replicas"),
    LONGEST_COMMIT("longest commit"),
    SIMULATED_MILLIS("simulated milliseconds");

    private final String label;

    Count(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}
