package org.quittance.trace.cli;

import java.time.Duration;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/** Options for following what is still written. */
final class FollowOptions {

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "With --follow: how long nothing may be written before the trace is taken"
                    + " to be cut off (default: a day), or before a node of a cluster is taken to"
                    + " be silent (default: 30).")
    private @Nullable Integer patience;

    @Option(
            names = "--lag",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "With --follow of a cluster: how much later the file of one node may be"
                    + " seen than that of another (default: ${DEFAULT-VALUE}).")
    private int lag;

    @Option(
            names = "--status",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "With --follow of a cluster: how often to say how far it is"
                    + " (default: ${DEFAULT-VALUE}; 0: never).")
    private int status;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "With --follow of a cluster: give metrics for Prometheus here, to this"
                    + " machine only; 0: at any free port, which is said.")
    private @Nullable Integer metricsPort;

    /** Set by picocli. */
    FollowOptions() {}

    /** How long nothing may come. */
    Duration patience(Duration otherwise) {
        return patience == null ? otherwise : Duration.ofSeconds(patience);
    }

    Duration lag() {
        return Duration.ofSeconds(lag);
    }

    /** How often to say how far it is; zero means never. */
    Duration status() {
        return Duration.ofSeconds(status);
    }

    /** Where metrics go; null if nowhere. */
    @Nullable Integer metricsPort() {
        return metricsPort;
    }
}
