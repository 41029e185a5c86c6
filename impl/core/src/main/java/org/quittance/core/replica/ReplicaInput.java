package org.quittance.core.replica;

import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.View;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.message.Body;
import org.quittance.core.settlement.codec.SealedCommand;

/** Whatever can happen to a replica. */
public sealed interface ReplicaInput {

    /**
     * What can happen to ordering, too: any message, of ordering or not; a timer; records on stable
     * storage. A ready payload is taken as it is; usually the answer is {@link Commands}.
     */
    record Ordering(Input input) implements ReplicaInput {}

    /**
     * The answer to {@link Effect.RequestPayload}: commands that wait to be executed. The replica
     * adds a quittance, and leaves out what may not be in a block, and from the end what has no
     * room. The commands may come from anyone, and need not have been verified.
     *
     * @param parent the digest of the block that was named in the request
     */
    record Commands(View view, Digest parent, List<SealedCommand> commands)
            implements ReplicaInput {

        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /**
     * The answer to {@link Effect.Execute}: the block and its payload, as they are in the log.
     * Comes in the order of heights.
     */
    record BlockRead(Height height, Body body) implements ReplicaInput {}
}
