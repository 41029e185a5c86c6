package org.quittance.trace.tla;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.quittance.trace.format.Header;

/**
 * Who leads a view: the rule of the protocol, written a second time so that a trace is not judged
 * by the code that made it.
 *
 * <p>The hash of domain tag, chain id, epoch and view is a number; modulo the total weight it falls
 * into the interval of one validator, when the validators' weights are laid end to end.
 */
public final class Election {

    private static final String DOMAIN = "quittance/leader/v1";

    private final Header header;
    private final BigInteger total;

    /** The rule for this chain, epoch and these weights. */
    public Election(Header header) {
        this.header = header;
        this.total = BigInteger.valueOf(
                header.consensus().weights().stream().mapToLong(Integer::longValue).sum());
    }

    /** The leader of a view from 1. */
    public int leader(int view) {
        long point = new BigInteger(1, hash(view)).mod(total).longValueExact();
        int leader = 0;
        while (point >= header.consensus().weights().get(leader)) {
            point -= header.consensus().weights().get(leader);
            leader++;
        }
        return leader;
    }

    private byte[] hash(int view) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        sha256.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(header.chainId().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(header.consensus().epoch())
                .putLong(view)
                .array());
        return sha256.digest();
    }
}
