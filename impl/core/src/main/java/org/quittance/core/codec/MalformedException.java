package org.quittance.core.codec;

/** Bytes are not the encoding of anything. The only exception that decoding throws. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Malformed reason;
    private final long offset;

    /**
     * Says what is wrong and where.
     *
     * @param offset of the first byte that is wrong, from 0
     */
    public MalformedException(Malformed reason, long offset, String detail) {
        super(reason + " at byte " + offset + ": " + detail);
        this.reason = reason;
        this.offset = offset;
    }

    public Malformed reason() {
        return reason;
    }

    /** Where the first byte is that is wrong, from 0. */
    public long offset() {
        return offset;
    }
}
