package org.quittance.node.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that is slow, gets full, fails, or stops at any step as if the process were killed. */
public final class BadDisk implements Disk {

    /** The process is killed here. */
    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final Disk good = new SystemDisk();
    private volatile long syncMillis;
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong syncsLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong stepsLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong syncs = new AtomicLong();

    /** Each sync takes so long from now on. */
    public void slow(long millis) {
        syncMillis = millis;
    }

    /** There is room for so many bytes from now on. */
    public void room(long bytes) {
        room.set(bytes);
    }

    /** So many syncs succeed from now on, and no more. */
    public void syncsLeft(long count) {
        syncsLeft.set(count);
    }

    /** The process is killed after so many steps from now on. */
    void stepsLeft(long count) {
        stepsLeft.set(count);
    }

    /** How many steps were taken. */
    long steps() {
        return steps.get();
    }

    /** How many syncs were taken. */
    public long syncs() {
        return syncs.get();
    }

    private void step() {
        if (stepsLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            throw new Killed();
        }
        steps.incrementAndGet();
    }

    @Override
    public Output create(Path file) throws IOException {
        step();
        return new Bad(good.create(file));
    }

    @Override
    public Output append(Path file, long length) throws IOException {
        step();
        return new Bad(good.append(file, length));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        good.move(from, to);
    }

    @Override
    public void sync(Path directory) throws IOException {
        step();
        good.sync(directory);
    }

    private final class Bad implements Output {

        private final Output output;

        Bad(Output output) {
            this.output = output;
        }

        /** What there is room for is written, as a file system does. */
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            step();
            boolean isKilled = stepsLeft.get() == 0;
            int wanted = isKilled ? bytes.remaining() / 2 : bytes.remaining();
            int length = (int) Math.min(wanted,
                    room.getAndUpdate(left -> left - Math.min(left, wanted)));
            output.write(bytes.slice(bytes.position(), length));
            if (isKilled) {
                throw new Killed();
            }
            if (length < wanted) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void sync() throws IOException {
            step();
            syncs.incrementAndGet();
            if (syncsLeft.getAndDecrement() <= 0) {
                throw new IOException("Input/output error");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(syncMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            output.sync();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
