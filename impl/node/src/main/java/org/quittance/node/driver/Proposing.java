package org.quittance.node.driver;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.consensus.Effect;
import org.quittance.core.message.Body;
import org.quittance.core.message.Payload;
import org.quittance.core.replica.ReplicaInput;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.disk.Store;

/**
 * What a leader puts into its block, and when it makes one: the core asks for commands, and takes
 * them whenever they come. It belongs to the core's thread, but for {@link #poke()}.
 */
final class Proposing {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final BlockIndex blocks;
    private final Store store;
    private final CommandPool pool;
    private final NodeExecution execution;
    private final Digest genesis;
    private final Pace pace;
    private @Nullable Wanted wanted;
    private @Nullable Executed last;
    private boolean triedInVain;
    private boolean batching;
    private volatile boolean poked;

    /**
     * How long a leader waits.
     *
     * @param batchMillis with commands, while the block's parent isn't final: a block costs much
     *     more than a command, so what comes in until then goes along
     * @param emptyMillis without commands
     */
    record Pace(long batchMillis, long emptyMillis) {}

    private record Wanted(Effect.RequestPayload request, long batchUntil, long emptyUntil) {}

    private record Executed(Height height, Digest block) {}

    /**
     * Nothing is asked for yet.
     *
     * @param genesis the block before the first one
     */
    Proposing(Store store, CommandPool pool, NodeExecution execution, Digest genesis, Pace pace) {
        this.blocks = new BlockIndex(store);
        this.store = store;
        this.pool = pool;
        this.execution = execution;
        this.genesis = genesis;
        this.pace = pace;
    }

    /** There are new commands in the pool. Any thread. */
    void poke() {
        poked = true;
    }

    /** The core asks for commands. */
    void requested(Effect.RequestPayload request, long now) {
        wanted = new Wanted(request,
                now + TimeUnit.MILLISECONDS.toNanos(pace.batchMillis()),
                now + TimeUnit.MILLISECONDS.toNanos(pace.emptyMillis()));
        triedInVain = false;
        batching = false;
    }

    /** How long nothing is due here, in nanoseconds, but never longer than the given time. */
    long patience(long most) {
        return wanted == null ? most : Math.min(most, poked && !batching ? 0 : LOOK_NANOS);
    }

    /** What the core asked for, if it is time. */
    Optional<ReplicaInput> answer(long now) {
        Wanted waiting = wanted;
        if (waiting == null) {
            return Optional.empty();
        }
        boolean mayBeEmpty = waiting.emptyUntil() - now <= 0;
        if (!mayBeEmpty && !poked && (triedInVain || pool.size() == 0)) {
            return Optional.empty();
        }
        Effect.RequestPayload request = waiting.request();
        Digest executed = lastExecuted();
        batching = waiting.batchUntil() - now > 0
                && !request.parent().digest().equals(executed);
        if (batching) {
            return Optional.empty();
        }
        poked = false;
        Ancestors ancestors = Ancestors.of(
                blocks, request.parent(), executed, execution::nonce);
        List<SealedCommand> commands = ancestors.isComplete()
                ? pool.pick(ancestors.commands(), ancestors::nonce, Payload.MAX_SIZE, now)
                : List.of();
        triedInVain = commands.isEmpty();
        if (!mayBeEmpty && triedInVain) {
            return Optional.empty();
        }
        wanted = null;
        return Optional.of(new ReplicaInput.Commands(
                request.view(), request.parent().digest(), commands));
    }

    private Digest lastExecuted() {
        Height height = execution.executed();
        Executed known = last;
        if (known == null || !known.height().equals(height)) {
            Optional<Body> body = store.blockAt(height.number());
            known = new Executed(height,
                    body.isPresent() ? body.get().block().digest() : genesis);
            last = known;
        }
        return known.block();
    }
}
