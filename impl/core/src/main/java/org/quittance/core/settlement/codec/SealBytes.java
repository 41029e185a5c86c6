package org.quittance.core.settlement.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.quittance.core.settlement.Command;

/** The exact bytes that a seal signs. */
public final class SealBytes {

    private static final String DOMAIN = "quittance/command/v1";

    private SealBytes() {}

    /**
     * The domain tag, a zero byte, the chain id, a zero byte, and the canonical bytes of the
     * command. No tag of a vote or an attestation is the same.
     */
    public static byte[] of(String chainId, Command command) {
        byte[] tag = DOMAIN.getBytes(StandardCharsets.UTF_8);
        byte[] chain = chainId.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = CommandCodec.encode(command);
        return ByteBuffer.allocate(tag.length + chain.length + bytes.length + 2)
                .put(tag).put((byte) 0)
                .put(chain).put((byte) 0)
                .put(bytes)
                .array();
    }
}
