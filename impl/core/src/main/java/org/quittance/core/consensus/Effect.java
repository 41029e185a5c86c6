package org.quittance.core.consensus;

import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;

/**
 * What a validator wants done.
 *
 * <p>The order contract: the driver performs effects in the order of the list; and what a validator
 * signed is in a {@link Send} only after the {@link Persist} of it and after the input {@link
 * Input.Persisted} that acknowledges it, so that nothing is sent before it is durable.
 */
public sealed interface Effect {

    /**
     * Append to the log and answer, once it is on stable storage, with {@link Input.Persisted}.
     *
     * <p>Several may be acknowledged together. A write or sync that fails stops the validator.
     *
     * @param index its place in the log: 0, 1, 2, ... without gaps, going on across restarts
     */
    record Persist(long index, LogRecord record) implements Effect {}

    /** Send to all other validators. */
    record Send(Message message) implements Effect {}

    /** Send to one validator. */
    record SendTo(ValidatorId to, Message message) implements Effect {}

    /**
     * Answer with {@link Input.TimerFired} after a delay. Replaces the same timer if it still runs.
     *
     * @param delayMillis at least 1
     */
    record SetTimer(Timer timer, View view, long delayMillis) implements Effect {}

    /**
     * Answer with {@link Input.PayloadReady}: a payload for a block in this view on this parent.
     *
     * <p>A later request replaces an earlier one.
     */
    record RequestPayload(View view, Block parent) implements Effect {}

    /**
     * The block is final: execute it. Comes in the order of heights, without gaps.
     *
     * <p>Its payload was persisted by an earlier effect, or is in the log since before a restart.
     * After a crash blocks above the last durable {@link LogRecord.Committed} come again.
     */
    record Execute(Height height, Block block) implements Effect {}

    /**
     * Answer a validator's request from the blocks in the log, with {@link
     * org.quittance.core.message.BlockResponse#to}; send nothing if the block isn't there.
     */
    record ServeBlocks(ValidatorId to, BlockRequest request) implements Effect {

        /** The digest of the block that is asked for. */
        public Digest digest() {
            return request.digest();
        }
    }

    /** Tell the operator, and whoever punishes. */
    record Tell(Report report) implements Effect {}
}
