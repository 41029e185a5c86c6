package org.quittance.bench.signature;

/** An implementation of Ed25519. */
interface Contender {

    String name();

    /**
     * Is the signature genuine?
     *
     * @param key 32 bytes
     * @param signature 64 bytes
     */
    boolean verify(byte[] key, byte[] message, byte[] signature) throws Exception;

    /**
     * Signs.
     *
     * @param seed 32 bytes: the RFC's private key
     * @param key 32 bytes: the public key that belongs to it
     */
    byte[] sign(byte[] seed, byte[] key, byte[] message) throws Exception;
}
