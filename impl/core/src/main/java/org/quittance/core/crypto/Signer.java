package org.quittance.core.crypto;

import org.quittance.core.base.PublicKey;
import org.quittance.core.base.Signature;

/** Signs with one private key. Deterministic: the same bytes give the same signature. */
public interface Signer {

    PublicKey publicKey();

    Signature sign(byte[] message);
}
