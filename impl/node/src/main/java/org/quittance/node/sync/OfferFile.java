package org.quittance.node.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.replica.SnapshotOffer;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.node.sync.SyncMessage.Head;

/**
 * A state that is to be taken over, in a file of its own: it gets there part by part, and has its
 * name only once it is whole, verified and durable. From then on whoever starts the validator
 * finishes what was begun, as often as it takes.
 */
final class OfferFile implements AutoCloseable {

    /** The name of the file in the data directory. */
    static final String NAME = "takeover";

    private static final String FORMAT = "quittance-takeover";
    private static final int VERSION = 1;

    private final Path directory;
    private final FileChannel channel;

    private OfferFile(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Begins a file; parts follow. */
    static OfferFile begin(Path directory, ValidatorSet validators, Head head)
            throws IOException {
        FileChannel channel = FileChannel.open(young(directory), StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        OfferFile file = new OfferFile(directory, channel);
        file.add(Bytes.copyOf(new ByteWriter().text(FORMAT).tag(VERSION)
                .sized(Bytes.copyOf(SyncMessage.encode(validators, head))).toArray()));
        return file;
    }

    void add(Bytes bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes.toArray());
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** What was written so far, once it is all that there is. */
    SnapshotOffer offer(ValidatorSet validators) throws IOException, MalformedException {
        return read(young(directory), validators);
    }

    /** From now on it counts. */
    void keep() throws IOException {
        channel.force(true);
        Files.move(young(directory), directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(young(directory));
    }

    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    /** The state that is to be taken over. */
    static SnapshotOffer of(Path directory, ValidatorSet validators)
            throws IOException, MalformedException {
        return read(directory.resolve(NAME), validators);
    }

    /** It is done, or can't be done. */
    static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
        sync(directory);
    }

    private static Path young(Path directory) {
        return directory.resolve(NAME + ".new");
    }

    private static SnapshotOffer read(Path file, ValidatorSet validators)
            throws IOException, MalformedException {
        ByteReader in = new ByteReader(Files.readAllBytes(file));
        if (!in.text(FORMAT.length()).equals(FORMAT) || in.tag() != VERSION) {
            throw in.fault(Malformed.MISSING_HEADER, 0, "not a state to be taken over");
        }
        int start = in.position();
        if (!(SyncMessage.decode(validators, in.sized(MOST_HEAD).toArray()) instanceof Head head)
                || head.size() != in.left()) {
            throw in.fault(Malformed.CONTRADICTION, start, "not all of a state");
        }
        Snapshot snapshot = Snapshot.decode(in.raw(in.left()).toArray());
        return offer(in, head, snapshot);
    }

    /** As long as three messages of the core. */
    private static final int MOST_HEAD = 1 << 25;

    private static SnapshotOffer offer(ByteReader in, Head head, Snapshot snapshot)
            throws MalformedException {
        try {
            return new SnapshotOffer(
                    head.quittance(), snapshot, head.path(), head.finalization());
        } catch (IllegalArgumentException e) {
            throw in.fault(Malformed.OUT_OF_RANGE, 0, String.valueOf(e.getMessage()));
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
