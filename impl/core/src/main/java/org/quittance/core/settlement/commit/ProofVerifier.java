package org.quittance.core.settlement.commit;

import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/** Checks proofs against a root, and needs nothing else. */
public final class ProofVerifier {

    private ProofVerifier() {}

    /**
     * Does the trie with this root have the proof's entry?
     *
     * <p>The key itself says at each bit which way to go, so under one root no key has proofs of
     * two values.
     */
    public static boolean verify(Digest root, Proof proof) {
        Hashing hashing = new Hashing();
        Bytes key = proof.entry().key();
        byte[] hash = hashing.leaf(key, proof.entry().value());
        for (int k = proof.path().size() - 1; k >= 0; k--) {
            Proof.Step step = proof.path().get(k);
            byte[] sibling = step.sibling().bytes().toArray();
            hash = KeyBits.at(key, step.bit())
                    ? hashing.inner(step.bit(), sibling, hash)
                    : hashing.inner(step.bit(), hash, sibling);
        }
        return root.bytes().equals(Bytes.copyOf(hash));
    }
}
