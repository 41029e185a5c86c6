package org.quittance.trace.specs;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;

/**
 * Who leads a view: the rule of the protocol, written a second time so that a trace is not judged
 * by the code that made it.
 *
 * <p>The hash of domain tag, chain id, epoch and view is a number; modulo the total weight it falls
 * into the interval of one validator, when the validators' weights are laid end to end.
 *
 * @param chainId the name of the chain
 * @param epoch from 0
 * @param weights the voting weight of validator 0, 1, ..., each at least 1
 */
public record Election(String chainId, long epoch, List<Integer> weights) {

    private static final String DOMAIN = "quittance/leader/v1";

    /** Copies the list. */
    public Election {
        weights = List.copyOf(weights);
    }

    /** The rule for the chain, epoch and weights that the header of a trace of Simplex has. */
    public static Election of(Header header) {
        if (header.field("chainId") instanceof Term.Str chain
                && header.field("epoch") instanceof Term.Int epoch) {
            return new Election(chain.value(), epoch.value(), weights(header));
        }
        throw new IllegalArgumentException("this is not a header of Simplex");
    }

    /** The weights that a header has. */
    static List<Integer> weights(Header header) {
        List<Integer> weights = new ArrayList<>();
        if (header.field("weights") instanceof Term.Tuple list) {
            for (Term element : list.elements()) {
                if (element instanceof Term.Int weight) {
                    weights.add(weight.value());
                }
            }
        }
        return weights;
    }

    /** The leader of a view from 1. */
    public int leader(int view) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        long point = new BigInteger(1, hash(view)).mod(BigInteger.valueOf(total)).longValueExact();
        int leader = 0;
        while (point >= weights.get(leader)) {
            point -= weights.get(leader);
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
        sha256.update(chainId.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(epoch).putLong(view).array());
        return sha256.digest();
    }
}
