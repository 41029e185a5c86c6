package org.quittance.core.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.message.Statement;

/** The exact bytes that are signed. */
public final class SigningBytes {

    private SigningBytes() {}

    /**
     * The kind's domain tag, a zero byte, the chain id, a zero byte, epoch and view as 8 bytes
     * each, most significant first, and the digest of the block (zeros for nullify).
     *
     * <p>Neither tags nor chain ids contain a zero byte, so different statements, and the same
     * statement on other chains or in other epochs, never have the same bytes.
     */
    public static byte[] of(ValidatorSet validators, Statement statement) {
        return of(validators, statement.kind().word(), statement.view().number(),
                statement.block().digest());
    }

    /** The same for an attestation: the word is "attest", and the height is in the view's place. */
    public static byte[] ofAttestation(ValidatorSet validators, Height height, Digest root) {
        return of(validators, "attest", height.number(), root);
    }

    private static byte[] of(ValidatorSet validators, String word, long number, Digest signed) {
        byte[] tag = ("quittance/" + word + "/v1").getBytes(StandardCharsets.UTF_8);
        byte[] chain = validators.chainId().getBytes(StandardCharsets.UTF_8);
        byte[] digest = signed.bytes().toArray();
        return ByteBuffer.allocate(tag.length + chain.length + digest.length + 18)
                .put(tag).put((byte) 0)
                .put(chain).put((byte) 0)
                .putLong(validators.epoch())
                .putLong(number)
                .put(digest)
                .array();
    }
}
