package org.quittance.node.disk;

import org.quittance.core.codec.MalformedException;

/** The bytes of receipts, for tests outside of this package. */
public final class ReceiptBytes {

    private ReceiptBytes() {}

    /** The canonical bytes. */
    public static byte[] encode(Receipt receipt) {
        return receipt.encode();
    }

    /** The receipt with those bytes. */
    public static Receipt decode(byte[] bytes) throws MalformedException {
        return Receipt.decode(bytes);
    }
}
