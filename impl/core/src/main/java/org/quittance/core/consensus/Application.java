package org.quittance.core.consensus;

import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.message.Payload;

/** What ordering has to know of the application that it orders payloads for. */
@FunctionalInterface
public interface Application {

    /**
     * May this payload be in a block? The spec's {@code valid}.
     *
     * <p>Pure, and the same for all correct validators: it may depend on nothing but the bytes.
     */
    @Pure
    boolean isValid(Payload payload);
}
