package org.quittance.sim.check.settlement;

import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.sim.check.Violation;

/**
 * Watches one settlement machine for one property. It is told what happens, and throws a {@link
 * Violation} as soon as the property fails.
 */
public interface Checker {

    /** The machine took a step of the spec. */
    default void stepped(Step step) {}

    /** The machine decided about a command, after all steps that this led to. */
    default void decided(Decision decision) {}

    /** Another machine was given the same log, in another way, up to the end of this block. */
    default void compared(Comparison comparison) {}

    /**
     * Two machines that ought to be the same.
     *
     * @param way how the other one came to where it is
     * @param height of the last block that both executed
     * @param bytes all entries of the machine that is watched
     * @param otherBytes all entries of the other one
     */
    record Comparison(
            String way,
            long height,
            Digest root,
            Digest otherRoot,
            Bytes bytes,
            Bytes otherBytes) {}
}
