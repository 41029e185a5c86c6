package org.quittance.node.crypto;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.crypto.SignatureScheme;

/**
 * Remembers which signatures were found genuine, so that a command that a client handed in, or a
 * vote that came alone, costs nothing more when it comes again in a block or a certificate: what
 * the core's thread checks has mostly been checked by others before.
 *
 * <p>What is remembered is a digest of the exact key, message and signature, and genuine ones only.
 * Memory: a fixed number of places, each of which the next one takes over.
 */
public final class KnownSignatures implements SignatureScheme {

    private static final int PLACES = 1 << 17;

    private final SignatureScheme scheme;
    private final AtomicReferenceArray<@Nullable Digest> known =
            new AtomicReferenceArray<>(PLACES);
    private final LongAdder checked = new LongAdder();
    private final LongAdder remembered = new LongAdder();

    /** Remembers nothing yet. */
    public KnownSignatures(SignatureScheme scheme) {
        this.scheme = scheme;
    }

    @Override
    public SchemeId id() {
        return scheme.id();
    }

    @Override
    public boolean verify(PublicKey key, byte[] message, Signature signature) {
        if (key.scheme() != id() || signature.scheme() != id()) {
            return false;
        }
        // Keys and signatures of one scheme have one length: no two triples make the same bytes.
        Digest digest = Digest.sha256("quittance/node/signature/v1", key.bytes().toArray(),
                signature.bytes().toArray(), message);
        int place = digest.hashCode() & (PLACES - 1);
        Digest there = known.get(place);
        if (there != null && there.equals(digest)) {
            remembered.increment();
            return true;
        }
        checked.increment();
        boolean genuine = scheme.verify(key, message, signature);
        if (genuine) {
            known.set(place, digest);
        }
        return genuine;
    }

    /** How many were checked. */
    public long checked() {
        return checked.sum();
    }

    /** How many were known. */
    public long remembered() {
        return remembered.sum();
    }
}
