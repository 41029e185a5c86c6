package org.quittance.core.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;

/** A SHA-256 digest: 32 bytes, ordered as an unsigned big-endian number. */
public record Digest(Bytes bytes) implements Comparable<Digest> {

    /** Length of every digest, in bytes. */
    public static final int SIZE = 32;

    /** The digest of nothing: {@code NoDigest} of the specs. No SHA-256 preimage of it is known. */
    public static final Digest NONE = new Digest(Bytes.copyOf(new byte[SIZE]));

    @SideEffectFree
    public Digest {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException(
                    "a digest has " + SIZE + " bytes, but here are " + bytes.size());
        }
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if they are not
     */
    public static Digest fromHex(String hex) {
        return new Digest(Bytes.fromHex(hex));
    }

    /**
     * SHA-256 of the domain tag, a zero byte, and then the parts one after another.
     *
     * <p>The parts are not delimited: the caller must see to it that they can be taken apart in
     * one way only.
     */
    public static Digest sha256(String domain, byte[]... parts) {
        MessageDigest sha = newSha256();
        sha.update(domain.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        for (byte[] part : parts) {
            sha.update(part);
        }
        return new Digest(Bytes.copyOf(sha.digest()));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but not this one", e);
        }
    }

    @SideEffectFree
    public String hex() {
        return bytes.hex();
    }

    @Pure
    @Override
    public int compareTo(Digest other) {
        return bytes.compareTo(other.bytes);
    }

    /** The first eight digits, enough for people to tell digests apart. */
    @Override
    public String toString() {
        return bytes.hex().substring(0, 8);
    }
}
