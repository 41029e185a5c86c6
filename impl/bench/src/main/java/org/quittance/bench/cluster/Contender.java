package org.quittance.bench.cluster;

import java.io.IOException;

/** A system of four replicas as processes of their own, warm, that answers clients. */
interface Contender extends AutoCloseable {

    /**
     * What was measured with one setting.
     *
     * @param settledP50 median latency until a quittance is there, milliseconds; 0 if the system
     *     has none
     * @param settledP99 milliseconds
     * @param perBlock commands in a block, on average; 0 if unknown
     * @param serverMillis time of processors that the replicas took for a command
     * @param clientMillis time of processors that the clients took for a command
     */
    record Measurement(
            ClosedLoop.Measured loop,
            double settledP50,
            double settledP99,
            double perBlock,
            double serverMillis,
            double clientMillis) {}

    /**
     * Lets so many clients go for so long.
     *
     * @param bytes of a request's content, where the system leaves a choice
     */
    Measurement measure(int clients, int bytes, double seconds) throws Exception;

    @Override
    void close() throws IOException;
}
