package org.quittance.node.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Height;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.replica.SnapshotInstall;
import org.quittance.core.replica.SnapshotOffer;
import org.quittance.node.Refusal;
import org.quittance.node.sync.SyncMessage.Head;
import org.quittance.node.sync.SyncMessage.Part;

/**
 * Fetches the state of one other validator, and keeps it if all of it is as it must be. One thread
 * fetches; any thread may bring answers.
 *
 * <p>Memory: a few parts on their way, and one whole snapshot while it is verified, whose length is
 * limited before it is asked for.
 */
final class SnapshotFetch {

    private static final int TRIES = 3;
    private static final int MOST_WAITING = 4;

    /** Sends a message to another validator, which may not arrive. */
    interface Sender {

        void send(int to, SyncMessage message);
    }

    /** What is wrong with what somebody sent: no correct validator does. */
    static final class Lie extends Exception {

        private static final long serialVersionUID = 1;

        private final String reason;

        Lie(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        /** One word, to be counted by. */
        String reason() {
            return reason;
        }
    }

    /** Why nothing came of it, though nobody is to blame. */
    static final class Vain extends Exception {

        private static final long serialVersionUID = 1;

        Vain(String detail) {
            super(detail);
        }
    }

    private record Answer(int from, SyncMessage message) {}

    private final ReplicaConfig config;
    private final Path directory;
    private final long mostBytes;
    private final long patienceMillis;
    private final Sender sender;
    private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile int asked = -1;
    private volatile long bytes;

    /**
     * Fetches into this directory.
     *
     * @param mostBytes no longer snapshot is fetched
     * @param patienceMillis how long an answer may take
     */
    SnapshotFetch(ReplicaConfig config, Path directory, long mostBytes, long patienceMillis,
            Sender sender) {
        this.config = config;
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.patienceMillis = patienceMillis;
        this.sender = sender;
    }

    /** Hands in what another validator answered. Was it asked? */
    boolean answered(int from, SyncMessage message) {
        return from == asked && answers.offer(new Answer(from, message));
    }

    /**
     * Fetches and keeps the state of another validator.
     *
     * @param above only a state of a greater height is of use
     * @return its height
     */
    Height from(int validator, long above) throws Lie, Vain, IOException, InterruptedException {
        asked = validator;
        try {
            Head head = head(validator, above);
            try (OfferFile file = OfferFile.begin(
                    directory, config.ordering().validators(), head)) {
                for (long part = 0; part < head.parts(); part++) {
                    file.add(part(validator, head, part).bytes());
                    bytes += head.sizeOf(part);
                }
                check(file);
                file.keep();
            }
            return head.height();
        } finally {
            asked = -1;
            answers.clear();
        }
    }

    private Head head(int validator, long above) throws Lie, Vain, InterruptedException {
        SyncMessage answer = ask(validator, new SyncMessage.AskHead(),
                message -> message instanceof Head || message instanceof SyncMessage.Nothing);
        if (!(answer instanceof Head head)) {
            throw new Vain("it has no state to show");
        }
        if (config.verifier().faultOf(head.quittance()).isPresent()) {
            throw new Lie("NOT_QUITTED", "its quittance is not genuine");
        }
        if (head.path().size() > SnapshotOffer.MOST_BLOCKS || head.size() < 1) {
            throw new Lie("MALFORMED", "no state looks like that");
        }
        if (head.height().number() <= above) {
            throw new Vain("its state is of height " + head.height().number());
        }
        if (head.size() > mostBytes) {
            throw new Vain("its state has " + head.size() + " bytes, and setting sync.megabytes"
                    + " allows " + mostBytes);
        }
        return head;
    }

    private Part part(int validator, Head head, long number)
            throws Lie, Vain, InterruptedException {
        SyncMessage answer = ask(validator, new SyncMessage.AskPart(head.height(), number),
                message -> message instanceof SyncMessage.Nothing
                        || message instanceof Part part && part.height().equals(head.height())
                                && part.part() == number);
        if (!(answer instanceof Part part)) {
            throw new Vain("it has another state by now");
        }
        if (part.bytes().size() != head.sizeOf(number)) {
            throw new Lie("TRUNCATED", "part " + number + " of its state has "
                    + part.bytes().size() + " bytes instead of " + head.sizeOf(number));
        }
        return part;
    }

    private SyncMessage ask(int validator, SyncMessage request, Predicate<SyncMessage> fits)
            throws Vain, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            sender.send(validator, request);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
            @Nullable Answer answer = answers.poll(patienceMillis, TimeUnit.MILLISECONDS);
            while (answer != null) {
                if (answer.from() == validator && fits.test(answer.message())) {
                    return answer.message();
                }
                answer = answers.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }
        throw new Vain("it doesn't answer");
    }

    private void check(OfferFile file) throws Lie, IOException {
        SnapshotOffer offer;
        try {
            offer = file.offer(config.ordering().validators());
        } catch (MalformedException e) {
            throw new Lie("MALFORMED", "its state is none: " + Refusal.reason(e));
        }
        Optional<SnapshotInstall.Fault> fault = SnapshotInstall.faultOf(config, offer);
        if (fault.isPresent()) {
            throw new Lie(fault.get().name(), switch (fault.get()) {
                case OTHER_BLOCK -> "its state is not the outcome of the block that it shows";
                case NOT_A_CHAIN -> "its blocks are no chain";
                case NOT_FINAL -> "its finalization is not genuine, or of another block";
                case NOT_QUITTED -> "its quittance is not genuine";
                case OTHER_ROOT -> "its state has another root than its quittance";
                case STOPPED, NOT_ABOVE, LOG_INCOMPLETE -> fault.get().name();
            });
        }
    }

    /** How many bytes of snapshots were fetched. */
    long bytes() {
        return bytes;
    }
}
