package org.quittance.node.disk;

import java.util.Optional;
import org.quittance.core.base.Height;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.Rejection;

/**
 * What became of a command.
 *
 * @param height of the block that it was executed in
 * @param index its place among the block's commands
 * @param refusal why it changed nothing, if it did not
 */
public record Receipt(Height height, int index, Optional<Rejection> refusal) {

    byte[] encode() {
        return new ByteWriter().number(height.number()).number(index)
                .number(refusal.map(reason -> reason.ordinal() + 1).orElse(0))
                .toArray();
    }

    static Receipt decode(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        Height height = new Height(in.number(Long.MAX_VALUE));
        int index = (int) in.number(Integer.MAX_VALUE);
        int reason = (int) in.number(Rejection.values().length);
        in.end();
        return new Receipt(height, index,
                reason == 0 ? Optional.empty() : Optional.of(Rejection.values()[reason - 1]));
    }
}
