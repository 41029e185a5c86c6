package org.quittance.core.settlement.commit;

import org.quittance.core.base.Bytes;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.KeyParts;

/** The canonical bytes of entries. {@link EntryReader} reads them. */
final class EntryCodec {

    private EntryCodec() {}

    static KeyValue encode(StateEntry entry) {
        ByteWriter out = new ByteWriter();
        switch (entry) {
            case StateEntry.Scalar scalar -> out.number(scalar.number());
            case StateEntry.Account account -> {
                KeyParts.write(out, account.publicKey());
                out.number(account.cash()).number(account.nonce()).number(account.flagged());
            }
            case StateEntry.Group group -> {
                out.number(group.expiry()).tag(group.status().ordinal())
                        .number(group.observed().size());
                group.observed().forEach(out::number);
            }
            case StateEntry.Series series -> out.number(series.strike())
                    .tag(series.right().ordinal()).number(series.group());
            case StateEntry.Position position -> out.amount(position.quantity());
            case StateEntry.Order order -> write(out, order);
            case StateEntry.Validator validator -> write(out, validator);
            case StateEntry.Withdrawal withdrawal -> write(out, withdrawal);
            case StateEntry.UsedDeposit used -> { }
            case StateEntry.UsedEvidence used -> { }
            case StateEntry.LastBlock last -> out.number(last.height()).digest(last.block());
        }
        return new KeyValue(entry.key(), Bytes.copyOf(out.toArray()));
    }

    private static void write(ByteWriter out, StateEntry.Order entry) {
        var order = entry.order();
        out.number(order.account()).number(order.series()).tag(order.side().ordinal())
                .number(order.price()).number(order.quantity()).tag(order.kind().ordinal());
    }

    private static void write(ByteWriter out, StateEntry.Validator validator) {
        out.number(validator.stake())
                .number(validator.unbonding().amount()).number(validator.unbonding().due())
                .number(validator.weight())
                .tag(validator.jailed() ? 1 : 0).tag(validator.joined() ? 1 : 0)
                .number(validator.report()).number(validator.outliers());
    }

    private static void write(ByteWriter out, StateEntry.Withdrawal entry) {
        var withdrawal = entry.withdrawal();
        out.number(withdrawal.account()).number(withdrawal.amount())
                .tag(withdrawal.status().ordinal()).number(withdrawal.requested())
                .number(withdrawal.approvals().size());
        withdrawal.approvals().forEach(out::number);
        out.number(withdrawal.approved());
    }
}
