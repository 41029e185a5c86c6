package org.quittance.node.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.Log;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Effect;
import org.quittance.core.message.LogRecord;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * The core's log in one file that is only appended to, with one write and one sync for each batch,
 * and that is replaced by a shorter one from time to time. It belongs to one thread.
 *
 * <p>The core numbers records from the beginning of its life on. In the file they have other
 * numbers once it was shortened, which are those that the next life gives them.
 */
public final class VoteLog implements AutoCloseable {

    /** The name of the file in the data directory. */
    public static final String NAME = "votes.log";

    private static final String YOUNG = NAME + ".new";

    private final Disk disk;
    private final Path directory;
    private final ValidatorSet validators;
    private final ValidatorId self;
    private Disk.Output out;
    private List<LogRecord> needed;
    private Tally tally;
    private Tally.Dropped dropped;
    private long next;
    private long offset;
    private long size;
    private boolean failed;

    private VoteLog(Disk disk, Path directory, ValidatorSet validators, ValidatorId self,
            Disk.Output out, Log.Recovered recovered, Tally.Dropped dropped) {
        this.disk = disk;
        this.directory = directory;
        this.validators = validators;
        this.self = self;
        this.out = out;
        this.needed = new ArrayList<>(recovered.records());
        this.tally = dropped.tally().plus(Tally.of(recovered.records()));
        this.dropped = dropped;
        this.next = recovered.records().size();
        this.size = recovered.length();
    }

    /**
     * A log, and what is in it.
     *
     * @param torn so many bytes at the end were a part of a record only, and were cut off
     * @param tally what was ever in it, with what was dropped
     */
    public record Opened(VoteLog log, List<LogRecord> records, long torn, Tally tally) {

        public Opened {
            records = List.copyOf(records);
        }

        /** The height of the last block that it commits. */
        public Height committed() {
            return Shortening.committed(records);
        }

        /** Does it have all blocks that it commits above this height? */
        public boolean hasBlocksFrom(Height height) {
            return Shortening.hasBlocksFrom(records, height);
        }
    }

    /** Sizes of a log in bytes, before and after it was shortened. */
    public record Shortened(long before, long after) {}

    /** Begins a log where there is none. */
    public static Opened create(
            Disk disk, DataDirectory data, ValidatorSet validators, ValidatorId self)
            throws Refusal {
        Path file = data.path().resolve(NAME);
        if (Files.exists(file)) {
            throw new Refusal(ExitCode.BAD_DATA,
                    file + " exists: this validator has voted; start it without --init");
        }
        try {
            // Under its own name only once it is whole.
            Path young = data.path().resolve(YOUNG);
            try (Disk.Output begun = disk.create(young)) {
                begun.write(ByteBuffer.wrap(Log.header(validators, self)));
                begun.sync();
            }
            disk.move(young, file);
            disk.sync(data.path());
            return open(disk, data, validators, self);
        } catch (IOException e) {
            throw new Refusal(ExitCode.BAD_DATA,
                    "cannot begin " + file + ": " + Refusal.reason(e));
        }
    }

    /**
     * Opens a log and reads all of it.
     *
     * @throws Refusal if it is missing, damaged, or another validator's or chain's
     */
    public static Opened open(
            Disk disk, DataDirectory data, ValidatorSet validators, ValidatorId self)
            throws Refusal {
        Path file = data.path().resolve(NAME);
        if (!Files.exists(file)) {
            throw new Refusal(ExitCode.BAD_DATA, "there is no " + file + "; a validator that"
                    + " forgets its votes can be convicted of contradicting them: bring the file"
                    + " back, or, if it has never voted, start it once with --init");
        }
        try {
            // What a killed process was about to put in its place is not wanted any more.
            Files.deleteIfExists(data.path().resolve(YOUNG));
            byte[] bytes = Files.readAllBytes(file);
            Log.Recovered recovered = Log.recover(validators, self, bytes);
            Disk.Output out = disk.append(file, recovered.length());
            // What a killed process left in the system's memory counts from now on.
            out.sync();
            VoteLog log = new VoteLog(disk, data.path(), validators, self, out, recovered,
                    Tally.Dropped.of(data.path(), bytes));
            return new Opened(log, recovered.records(), bytes.length - recovered.length(),
                    log.tally);
        } catch (MalformedException e) {
            throw new Refusal(ExitCode.BAD_DATA, file + " can't be trusted: "
                    + Refusal.reason(e) + "; bring back the whole file from the same moment, or"
                    + " retire this validator's key");
        } catch (IOException | OutOfMemoryError e) {
            throw new Refusal(ExitCode.BAD_DATA,
                    "cannot read " + file + ": " + Refusal.reason(e));
        }
    }

    /**
     * Appends records and returns once they are on stable storage.
     *
     * @throws IOException if that is not certain: then nothing may be sent any more, and nothing is
     *     taken any more, for a sync that succeeds after one that failed says nothing
     */
    public void append(List<Effect.Persist> records) throws IOException {
        begin();
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (Effect.Persist persist : records) {
            if (persist.index() != next) {
                throw new IllegalArgumentException("record " + persist.index()
                        + " is to be written, but the next is " + next);
            }
            frames.writeBytes(Log.frame(next - offset, persist.record()));
            needed.add(persist.record());
            next++;
        }
        tally = tally.plus(Tally.of(records.stream().map(Effect.Persist::record).toList()));
        out.write(ByteBuffer.wrap(frames.toByteArray()));
        out.sync();
        size += frames.size();
        failed = false;
    }

    private void begin() throws IOException {
        if (failed) {
            throw new IOException("it failed before");
        }
        failed = true;
    }

    /**
     * Lets go of records in memory that a shorter log won't have. Memory: what is needed, and what
     * has come since this was called last.
     *
     * @param quitted the height of the newest quittance; no later snapshot is of a lower height
     */
    public void settled(Height quitted) {
        needed = new ArrayList<>(Shortening.keep(needed, quitted, quitted));
    }

    /**
     * Replaces the log by one with the records only that a life needs which begins with the
     * snapshot. Whatever happens meanwhile, there is one whole log.
     *
     * @param snapshot its height, which has a quittance; it is durable
     * @throws IOException if it isn't certain that it worked: then nothing may be sent any more
     */
    public Shortened shorten(Height snapshot) throws IOException {
        begin();
        long before = size;
        settled(snapshot);
        byte[] shorter = bytes(needed);
        dropped = dropped.announce(directory, tally.minus(Tally.of(needed)), shorter);
        out.close();
        out = disk.create(directory.resolve(YOUNG));
        out.write(ByteBuffer.wrap(shorter));
        out.sync();
        disk.move(directory.resolve(YOUNG), directory.resolve(NAME));
        disk.sync(directory);
        offset = next - needed.size();
        size = shorter.length;
        failed = false;
        return new Shortened(before, size);
    }

    private byte[] bytes(List<LogRecord> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Log.header(validators, self));
        for (int k = 0; k < records.size(); k++) {
            bytes.writeBytes(Log.frame(k, records.get(k)));
        }
        return bytes.toByteArray();
    }

    /** How long it is, in bytes. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
