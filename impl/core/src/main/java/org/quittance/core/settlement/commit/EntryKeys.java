package org.quittance.core.settlement.commit;

import java.nio.ByteBuffer;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Variable;

/**
 * The keys of entries: one byte for the kind, then numbers of 8 bytes, most significant first, so
 * that keys of one kind are in the order of the numbers from 0 on.
 *
 * <p>Kinds are numbered so that an entry comes after those that it refers to.
 */
public final class EntryKeys {

    static final int SCALAR = 1;
    static final int ACCOUNT = 2;
    static final int GROUP = 3;
    static final int SERIES = 4;
    static final int POSITION = 5;
    static final int ORDER = 6;
    static final int VALIDATOR = 7;
    static final int WITHDRAWAL = 8;
    static final int USED_DEPOSIT = 9;
    static final int USED_EVIDENCE = 10;
    static final int LAST_BLOCK = 11;

    private EntryKeys() {}

    public static Bytes scalar(Variable variable) {
        return key(SCALAR, variable.ordinal());
    }

    public static Bytes account(int id) {
        return key(ACCOUNT, id);
    }

    public static Bytes group(int id) {
        return key(GROUP, id);
    }

    public static Bytes series(int id) {
        return key(SERIES, id);
    }

    public static Bytes position(int account, int series) {
        return key(POSITION, account, series);
    }

    public static Bytes order(long id) {
        return key(ORDER, id);
    }

    public static Bytes validator(int id) {
        return key(VALIDATOR, id);
    }

    public static Bytes withdrawal(long id) {
        return key(WITHDRAWAL, id);
    }

    public static Bytes usedDeposit(long ext) {
        return key(USED_DEPOSIT, ext);
    }

    public static Bytes usedEvidence(int validator, EvidenceKind kind, long at) {
        return key(USED_EVIDENCE, validator, kind.ordinal(), at);
    }

    /** The one entry that says which block the state is the outcome of. */
    public static Bytes lastBlock() {
        return key(LAST_BLOCK);
    }

    private static Bytes key(int kind, long... numbers) {
        ByteBuffer key = ByteBuffer.allocate(1 + Long.BYTES * numbers.length).put((byte) kind);
        for (long number : numbers) {
            key.putLong(number);
        }
        return Bytes.copyOf(key.array());
    }
}
