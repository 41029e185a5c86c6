package org.quittance.node.net;

import java.util.ArrayDeque;
import java.util.Deque;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.net.Frames.Frame;

/**
 * Frames for one validator. What has no room pushes the oldest of its kind out: all that the core
 * sends it sends again, and the newest is worth most. Clients' commands go behind the core's
 * messages, and never push one out.
 */
final class OutQueue {

    static final int MOST = 2_048;
    static final long MOST_BYTES = 32L << 20;

    private final Part messages = new Part();
    private final Part commands = new Part();
    private long dropped;

    private static final class Part {

        private final Deque<Frame> frames = new ArrayDeque<>();
        private long bytes;

        private @Nullable Frame poll() {
            Frame next = frames.poll();
            if (next != null) {
                bytes -= next.size();
            }
            return next;
        }
    }

    synchronized void add(Frame frame) {
        Part part = frame.type() == FrameType.COMMAND ? commands : messages;
        part.frames.add(frame);
        part.bytes += frame.size();
        // The last one stays, however long it is.
        while (part.frames.size() > MOST || part.bytes > MOST_BYTES && part.frames.size() > 1) {
            part.poll();
            dropped++;
        }
    }

    synchronized @Nullable Frame poll() {
        Frame next = messages.poll();
        return next == null ? commands.poll() : next;
    }

    synchronized int size() {
        return messages.frames.size() + commands.frames.size();
    }

    /** How many were pushed out. */
    synchronized long dropped() {
        return dropped;
    }
}
