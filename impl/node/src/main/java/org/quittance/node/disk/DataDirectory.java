package org.quittance.node.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * The directory of one validator, locked as long as this lives: two processes that vote with one
 * key would convict the validator.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks a directory.
     *
     * @param create whether it may be made, if it isn't there
     * @throws Refusal if it isn't there, or another process has it
     */
    public static DataDirectory open(Path path, boolean create) throws Refusal {
        FileChannel channel = null;
        try {
            if (create) {
                Files.createDirectories(path);
            } else if (!Files.isDirectory(path)) {
                throw new Refusal(ExitCode.BAD_DATA, "there is no data directory " + path
                        + "; if this validator has never voted, start it once with --init");
            }
            channel = FileChannel.open(path.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new Refusal(ExitCode.BAD_DATA,
                        "another process uses " + path + "; stop it first");
            }
            return new DataDirectory(path, channel, lock);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new Refusal(ExitCode.BAD_DATA,
                    "cannot use " + path + ": " + Refusal.reason(e));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // What went wrong before is what is told.
            }
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process ends, and the lock with it.
        }
    }
}
