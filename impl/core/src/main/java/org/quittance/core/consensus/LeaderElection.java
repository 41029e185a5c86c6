package org.quittance.core.consensus;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;

/** Who proposes: drawn for each view by lot, in proportion to weight, the same for everyone. */
public final class LeaderElection {

    private LeaderElection() {}

    /**
     * The leader of a view: the spec's {@code Leader}.
     *
     * <p>Validators own consecutive intervals of numbers, each as long as its weight. SHA-256 over
     * {@code "quittance/leader/v1"}, zero, the chain id, zero, epoch and view as 8 bytes each, most
     * significant first, read as an unsigned number modulo the total weight, falls into the
     * leader's.
     */
    public static ValidatorId leader(ValidatorSet validators, View view) {
        byte[] chain = validators.chainId().getBytes(StandardCharsets.UTF_8);
        byte[] rest = ByteBuffer.allocate(chain.length + 17)
                .put(chain).put((byte) 0)
                .putLong(validators.epoch()).putLong(view.number()).array();
        byte[] hash = Digest.sha256("quittance/leader/v1", rest).bytes().toArray();
        BigInteger total = BigInteger.valueOf(validators.totalWeight());
        return owner(validators, new BigInteger(1, hash).mod(total).longValueExact());
    }

    private static ValidatorId owner(ValidatorSet validators, long drawn) {
        long left = drawn;
        for (ValidatorId id : validators.ids()) {
            left -= validators.weightOf(id);
            if (left < 0) {
                return id;
            }
        }
        throw new IllegalStateException("drew " + drawn + " of " + validators.totalWeight());
    }
}
