package org.quittance.sim.run;

import java.util.Set;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.sim.check.Property;

/**
 * What a run is done with, beyond its scenario.
 *
 * @param sink takes the lines of the trace; null for none
 * @param settlementSink takes the lines of the trace of settlement; null for none
 * @param systemSink takes the lines of the trace of execution and attestation; null for none
 * @param commit of the software, for the trace's header; "unknown" if it is not known
 * @param ed25519 sign with Ed25519 instead of keyed hashes
 * @param driver {@link Driver#SOUND}, but for tests
 * @param ignored properties that don't end the run: none, but for tests
 */
public record Options(
        @Nullable Consumer<String> sink,
        @Nullable Consumer<String> settlementSink,
        @Nullable Consumer<String> systemSink,
        String commit,
        boolean ed25519,
        Driver driver,
        Set<Property> ignored) {

    /** No trace, keyed hashes, nothing faulty. */
    public static final Options PLAIN =
            new Options(null, null, null, "unknown", false, Driver.SOUND, Set.of());

    public Options {
        ignored = Set.copyOf(ignored);
    }

    /** The same with a trace. */
    public Options tracedTo(Consumer<String> lines) {
        return new Options(lines, settlementSink, systemSink, commit, ed25519, driver, ignored);
    }

    /** The same with traces of settlement, and of execution and attestation. */
    public Options settlementTracedTo(Consumer<String> settlement, Consumer<String> system) {
        return new Options(sink, settlement, system, commit, ed25519, driver, ignored);
    }

    /** The same with real signatures or without them. */
    public Options signedWithEd25519(boolean real) {
        return new Options(sink, settlementSink, systemSink, commit, real, driver, ignored);
    }

    /** The same of this version of the software. */
    public Options ofCommit(String hash) {
        return new Options(sink, settlementSink, systemSink, hash, ed25519, driver, ignored);
    }

    /** The same with other surroundings of the machine. */
    public Options drivenBy(Driver other) {
        return new Options(sink, settlementSink, systemSink, commit, ed25519, other, ignored);
    }

    /** The same without some checkers. */
    public Options ignoring(Set<Property> properties) {
        return new Options(sink, settlementSink, systemSink, commit, ed25519, driver, properties);
    }
}
