package org.quittance.core.crypto;

import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;

/** Checks signatures of one scheme. Implementations are pure. */
public interface SignatureScheme {

    SchemeId id();

    /**
     * Did the owner of the key sign exactly these bytes?
     *
     * <p>No input makes it throw: a key or a signature of another scheme, and bytes that are no key
     * or no signature at all, give {@code false}.
     */
    boolean verify(PublicKey key, byte[] message, Signature signature);
}
