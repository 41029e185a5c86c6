package org.quittance.sim.host;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.message.Body;
import org.quittance.core.message.LogRecord;

/** The blocks with their payloads that are in a machine's log. */
final class StoredBodies {

    private final Map<Digest, Body> bodies = new HashMap<>();

    /** The record is in the log. */
    void remember(LogRecord record) {
        record.storedBody().ifPresent(body -> bodies.put(body.block().digest(), body));
    }

    Optional<Body> of(Digest block) {
        return Optional.ofNullable(bodies.get(block));
    }
}
