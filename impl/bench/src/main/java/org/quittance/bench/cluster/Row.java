package org.quittance.bench.cluster;

import java.util.Locale;

/**
 * What was measured of one system in one round.
 *
 * @param bytes of a request's content
 */
record Row(int round, String system, int clients, int bytes, Contender.Measurement measurement) {

    /** About as long as a command of Quittance is without its seal. */
    static final int COMMAND_BYTES = 10;

    /** Answers in a second. */
    double perSecond() {
        return measurement.loop().calls() / measurement.loop().seconds();
    }

    String text() {
        return String.format(Locale.ROOT, "round %d  %-18s %4d clients  %5d bytes  %,8.0f/s"
                        + "  p50 %7.1f ms  p99 %7.1f ms  cpu %.2f + %.2f ms%s", round + 1, system,
                clients, bytes, perSecond(), measurement.loop().p50(), measurement.loop().p99(),
                measurement.serverMillis(), measurement.clientMillis(),
                measurement.perBlock() > 0
                        ? String.format(Locale.ROOT, "  %.1f in a block", measurement.perBlock())
                        : "");
    }
}
