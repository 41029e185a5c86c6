package org.quittance.core.settlement.commit;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.PublicKey;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.KeyParts;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/** Reads the key and the value of one entry, as {@link EntryCodec} writes them. */
final class EntryReader {

    private static final long ANY = Long.MAX_VALUE;

    /** No group has more observed prices, and no withdrawal more approvals. */
    private static final int MOST = 1 << 12;

    private final KeyReader key;
    private final ByteReader in;

    private EntryReader(KeyValue entry) {
        this.key = new KeyReader(entry.key());
        this.in = new ByteReader(entry.value().toArray());
    }

    /**
     * Reads an entry.
     *
     * @throws MalformedException if these are not the bytes of one; offsets are within the key or
     *     the value
     */
    static StateEntry decode(KeyValue entry) throws MalformedException {
        EntryReader reader = new EntryReader(entry);
        StateEntry read = reader.read();
        reader.key.end();
        reader.in.end();
        return read;
    }

    private StateEntry read() throws MalformedException {
        int kind = key.kind();
        return switch (kind) {
            case EntryKeys.SCALAR -> new StateEntry.Scalar(variable(), in.number(ANY));
            case EntryKeys.ACCOUNT -> account(key.id());
            case EntryKeys.GROUP -> group(key.id());
            case EntryKeys.SERIES -> new StateEntry.Series(
                    key.id(), in.number(ANY), choice(Right.values()), id());
            case EntryKeys.POSITION -> position(key.id(), key.id());
            case EntryKeys.ORDER -> order(key.number());
            case EntryKeys.VALIDATOR -> validator(key.id());
            case EntryKeys.WITHDRAWAL -> withdrawal(key.number());
            case EntryKeys.USED_DEPOSIT -> new StateEntry.UsedDeposit(key.number());
            case EntryKeys.USED_EVIDENCE -> new StateEntry.UsedEvidence(
                    key.id(), key.choice(EvidenceKind.values()), key.number());
            case EntryKeys.LAST_BLOCK -> lastBlock();
            default -> throw key.fault("no entry is of kind " + kind);
        };
    }

    private StateEntry lastBlock() throws MalformedException {
        long height = in.number(ANY);
        if (height < 1) {
            throw in.fault(Malformed.OUT_OF_RANGE, 0, "no block has height " + height);
        }
        return new StateEntry.LastBlock(height, in.digest());
    }

    private Variable variable() throws MalformedException {
        Variable variable = key.choice(Variable.values());
        if (!variable.isScalar() || variable.isPassing()) {
            throw key.fault(variable + " is not committed to as a number");
        }
        return variable;
    }

    private StateEntry account(int id) throws MalformedException {
        PublicKey publicKey = KeyParts.readKey(in);
        return new StateEntry.Account(
                id, publicKey, in.number(ANY), in.number(ANY), in.number(ANY));
    }

    private StateEntry group(int id) throws MalformedException {
        long expiry = in.number(ANY);
        GroupStatus status = choice(GroupStatus.values());
        long size = in.number(MOST);
        List<Long> observed = new ArrayList<>();
        for (long k = 0; k < size; k++) {
            observed.add(in.number(ANY));
        }
        return new StateEntry.Group(id, expiry, status, observed);
    }

    private StateEntry position(int account, int series) throws MalformedException {
        long quantity = in.amount();
        if (quantity == 0) {
            throw in.fault(Malformed.OUT_OF_RANGE, 0, "a position of 0 is no entry");
        }
        return new StateEntry.Position(account, series, quantity);
    }

    private StateEntry order(long id) throws MalformedException {
        return new StateEntry.Order(new Value.OpenOrder(
                id, id(), id(), choice(Side.values()), in.number(ANY), in.number(ANY),
                choice(OrderKind.values())));
    }

    private StateEntry validator(int id) throws MalformedException {
        return new StateEntry.Validator(
                id, in.number(ANY), new Unbonding(in.number(ANY), in.number(ANY)),
                in.number(ANY), flag(), flag(), in.number(ANY), in.number(ANY));
    }

    private StateEntry withdrawal(long id) throws MalformedException {
        int account = id();
        long amount = in.number(ANY);
        WithdrawalStatus status = choice(WithdrawalStatus.values());
        long requested = in.number(ANY);
        return new StateEntry.Withdrawal(new Withdrawal(
                id, account, amount, status, requested, approvals(), in.number(ANY)));
    }

    private List<Integer> approvals() throws MalformedException {
        long size = in.number(MOST);
        List<Integer> approvals = new ArrayList<>();
        int before = -1;
        for (long k = 0; k < size; k++) {
            int start = in.position();
            int custodian = id();
            if (custodian <= before) {
                throw in.fault(Malformed.CONTRADICTION, start, "approvals must ascend");
            }
            before = custodian;
            approvals.add(custodian);
        }
        return approvals;
    }

    private int id() throws MalformedException {
        return (int) in.number(Integer.MAX_VALUE);
    }

    private boolean flag() throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        if (tag > 1) {
            throw in.fault(Malformed.BAD_TAG, start, tag + " is neither 0 nor 1");
        }
        return tag == 1;
    }

    private <T> T choice(T[] choices) throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        if (tag >= choices.length) {
            throw in.fault(Malformed.BAD_TAG, start, "no choice " + tag);
        }
        return choices[tag];
    }
}
