package org.quittance.node.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.node.Refusal;
import org.quittance.node.disk.Store;
import org.quittance.node.net.FrameType;
import org.quittance.node.net.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the state of this validator to others that are far behind; and sees to it, on a thread of
 * its own, that this one takes over the state of another if it is far behind itself.
 */
public final class StateSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateSync.class);
    private static final long LOOK_MILLIS = 500;
    private static final long MOST_LOOK_MILLIS = 30_000;
    private static final long PATIENCE_MILLIS = 10_000;

    /**
     * What an operator decides, and how this life began.
     *
     * @param gap with more blocks to execute than that it takes a state over
     * @param mostBytes no longer snapshot is fetched
     * @param tookOver whether this life began with the state of another
     */
    public record Settings(long gap, long mostBytes, boolean tookOver) {}

    private final ReplicaConfig config;
    private final ValidatorSet validators;
    private final Supplier<Progress> progress;
    private final Consumer<String> refused;
    private final LongConsumer fetched;
    private final Links links;
    private final SnapshotServer server;
    private final SnapshotFetch fetch;
    private final Behind behind;
    private final Set<Integer> liars = new HashSet<>();
    private long pause = LOOK_MILLIS;
    private @Nullable Thread thread;

    /**
     * Does nothing before it is started but answer.
     *
     * @param latest the latest snapshot, if there is one that can be proved
     * @param directory where what is fetched goes
     * @param refused is told one word for each message that was refused
     * @param fetched is told the height of a state that is ready to be taken over; nothing else is
     *     fetched then
     */
    public StateSync(
            ReplicaConfig config,
            Settings settings,
            Supplier<Optional<Store.Quitted>> latest,
            Path directory,
            Links links,
            Supplier<Progress> progress,
            Consumer<String> refused,
            LongConsumer fetched) {
        ValidatorSet chain = config.ordering().validators();
        this.config = config;
        this.validators = chain;
        this.progress = progress;
        this.refused = refused;
        this.fetched = fetched;
        this.links = links;
        this.server = new SnapshotServer(latest);
        this.fetch = new SnapshotFetch(
                config, directory, settings.mostBytes(), PATIENCE_MILLIS,
                (to, message) -> links.send(
                        to, FrameType.SYNC, SyncMessage.encode(chain, message)));
        this.behind = new Behind(settings.gap(), settings.tookOver());
    }

    private void send(int to, SyncMessage message) {
        links.send(to, FrameType.SYNC, SyncMessage.encode(validators, message));
    }

    /**
     * A frame of another validator. Called on the thread of its connection.
     *
     * @throws MalformedException if nobody can read it
     */
    public void received(int from, byte[] content) throws MalformedException {
        SyncMessage message = SyncMessage.decode(validators, content);
        switch (message) {
            case SyncMessage.AskHead ask -> answer(from, message);
            case SyncMessage.AskPart ask -> answer(from, message);
            case SyncMessage.Nothing nothing -> answered(from, message);
            case SyncMessage.Head head -> answered(from, message);
            case SyncMessage.Part part -> answered(from, message);
        }
    }

    private void answer(int from, SyncMessage request) {
        server.answer(from, request).ifPresent(answer -> send(from, answer));
    }

    private void answered(int from, SyncMessage message) {
        if (!fetch.answered(from, message)) {
            refused.accept("SYNC_UNASKED");
        }
    }

    /** Begins to look at how far behind this validator is. */
    public void start() {
        thread = Thread.ofVirtual().name("state-sync").start(this::run);
    }

    private void run() {
        try {
            while (!round()) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            // The node stops.
        }
    }

    /** Fetches a state if that is due. Is one ready? */
    private boolean round() throws InterruptedException {
        for (int validator : others()) {
            Progress now = progress.get();
            OptionalLong above = behind.test(now, System.nanoTime());
            if (above.isEmpty()) {
                pause = LOOK_MILLIS;
                return false;
            }
            LOG.info("height {} is settled, and this validator has executed {}: asks validator {}"
                    + " for its state", now.quitted(), now.executed(), validator);
            if (fetch(validator, above.getAsLong())) {
                return true;
            }
        }
        // In vain: the others may have a later one after a while.
        pause = Math.min(MOST_LOOK_MILLIS, 2 * pause);
        return false;
    }

    private List<Integer> others() {
        return validators.ids().stream().map(ValidatorId::index)
                .filter(index -> index != config.ordering().self().index()
                        && !liars.contains(index))
                .toList();
    }

    private boolean fetch(int validator, long above) throws InterruptedException {
        try {
            long height = fetch.from(validator, above).number();
            LOG.info("has the state of height {} from validator {}, and takes it over",
                    height, validator);
            fetched.accept(height);
            return true;
        } catch (SnapshotFetch.Lie e) {
            liars.add(validator);
            refused.accept("SYNC_" + e.reason());
            LOG.warn("the state of validator {} is refused, and it isn't asked again: {}",
                    validator, Refusal.reason(e));
        } catch (SnapshotFetch.Vain e) {
            LOG.info("no state from validator {}: {}", validator, Refusal.reason(e));
        } catch (IOException e) {
            LOG.error("the state of validator {} can't be written: {}", validator,
                    Refusal.reason(e));
        }
        return false;
    }

    /** How many parts of snapshots were sent to others. */
    public long served() {
        return server.parts();
    }

    /** How many bytes of snapshots were fetched. */
    public long bytes() {
        return fetch.bytes();
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
