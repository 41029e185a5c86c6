package org.quittance.sim.check;

import java.util.Set;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Statement;

/**
 * Watches a run for one property. It is told what happens, believes nothing that a replica claims
 * about itself, and throws a {@link Violation} as soon as the property fails.
 */
public interface Checker {

    /** The disk of a correct replica has this signed message of its own for good. */
    default void synced(int node, Statement statement) {}

    /** These are all messages of its own that a correct replica's log has, by its very bytes. */
    default void readBack(int node, Set<Statement> own) {}

    /**
     * A message with a genuine signature of this signer is out: the spec's {@code messages} grows.
     * It may be told more than once.
     */
    default void sent(int signer, Statement statement) {}

    /** After a step a correct replica holds this certificate. */
    default void holds(int node, Certificate certificate) {}

    /** A correct replica committed a block, right after the one that it last committed. */
    default void committed(int node, Block block) {}

    /** After a step, or a restart, this is the last block that a correct replica committed. */
    default void standsAt(int node, Block tip) {}

    /** Someone has evidence, with genuine signatures, against its culprit. */
    default void accused(Evidence evidence) {}
}
