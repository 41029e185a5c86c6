package org.quittance.node.driver;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.consensus.Application;
import org.quittance.core.message.Payload;
import org.quittance.core.replica.PayloadRules;

/**
 * Remembers which payloads were found valid, by a digest of their exact bytes: what the thread of a
 * connection has checked the core's thread needn't read again, command by command. Validity depends
 * on nothing but the bytes, so it never changes.
 *
 * <p>Memory: a fixed number of places, each of which the next one takes over.
 */
final class KnownPayloads implements Application {

    private static final int PLACES = 1 << 8;
    /** Shorter ones are checked as soon as found again; a leader asks for each command alone. */
    private static final int SHORT = 1_024;

    private final PayloadRules rules;
    private final AtomicReferenceArray<@Nullable Digest> known =
            new AtomicReferenceArray<>(PLACES);

    KnownPayloads(PayloadRules rules) {
        this.rules = rules;
    }

    // What is remembered changes how long it takes, and nothing else.
    @SuppressWarnings("allcheckers:purity")
    @Override
    public boolean isValid(Payload payload) {
        if (payload.bytes().size() < SHORT) {
            return rules.isValid(payload);
        }
        Digest digest = payload.digest();
        int place = digest.hashCode() & (PLACES - 1);
        Digest there = known.get(place);
        if (there != null && there.equals(digest)) {
            return true;
        }
        boolean valid = rules.isValid(payload);
        if (valid) {
            known.set(place, digest);
        }
        return valid;
    }
}
