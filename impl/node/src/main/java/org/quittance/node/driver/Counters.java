package org.quittance.node.driver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.quittance.node.net.PeerCounts;

/** All that a node counts, as Prometheus reads it. */
public final class Counters implements PeerCounts, CoreMetrics {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter steps = counter(registry, "quittance.core.steps", "steps of the replica");
    private final Timer syncs = Timer.builder("quittance.log.sync")
            .description("writes of the vote log with their sync")
            .publishPercentileHistogram().register(registry);
    private final DistributionSummary records = DistributionSummary
            .builder("quittance.log.records").description("records per sync").register(registry);
    private final Counter refused =
            counter(registry, "quittance.peer.refused", "connections refused");
    private final Counter lost = counter(registry, "quittance.peer.lost",
            "connections to other validators lost, or not made");
    private final Counter read =
            counter(registry, "quittance.peer.read.bytes", "bytes from validators");
    private final Counter written =
            counter(registry, "quittance.peer.written.bytes", "bytes to validators");
    private final Counter malformed = counter(registry, "quittance.peer.malformed",
            "frames that nobody can read");
    private final JvmGcMetrics collector = new JvmGcMetrics();

    /** Counts the process, too. */
    public Counters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    private static Counter counter(
            PrometheusMeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** A number that is asked for when somebody looks. */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).strongReference(true)
                .register(registry);
    }

    /** A message of a validator was refused. */
    public void rejected(String reason) {
        Counter.builder("quittance.peer.rejected").tag("reason", reason)
                .description("messages of validators that were refused")
                .register(registry).increment();
    }

    /** A request of a client was answered. */
    public void answered(String path, int status) {
        Counter.builder("quittance.client.requests").tag("path", path)
                .tag("status", Integer.toString(status))
                .description("requests of clients").register(registry).increment();
    }

    /** What Prometheus reads. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void stepped() {
        steps.increment();
    }

    @Override
    public void synced(int count, long nanos) {
        records.record(count);
        syncs.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void lost() {
        lost.increment();
    }

    @Override
    public void read(int bytes) {
        read.increment(bytes);
    }

    @Override
    public void written(int bytes) {
        written.increment(bytes);
    }

    @Override
    public void malformed() {
        malformed.increment();
    }
}
