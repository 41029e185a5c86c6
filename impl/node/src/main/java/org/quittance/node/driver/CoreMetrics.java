package org.quittance.node.driver;

/** Counts what the core's thread does. */
interface CoreMetrics {

    /** The replica took a step. */
    void stepped();

    /** A batch of records is on stable storage. */
    void synced(int records, long nanos);
}
