package org.quittance.core.settlement.codec;

import java.util.List;
import java.util.Optional;
import org.quittance.core.message.Quittance;

/**
 * What the payload of a block says.
 *
 * @param quittance the newest one that the leader knew, if it is news
 * @param commands in the order in which they are executed
 */
public record BlockContents(Optional<Quittance> quittance, List<SealedCommand> commands) {

    public BlockContents {
        commands = List.copyOf(commands);
    }

    /** A block without anything. */
    public static BlockContents empty() {
        return new BlockContents(Optional.empty(), List.of());
    }
}
