package org.quittance.node.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All connections that one validator makes to another: it takes them on an address of its own and
 * passes bytes on, as well as it is told to.
 */
final class Wire implements AutoCloseable {

    private static final int PIECE = 4_096;
    private static final int LOOK_AGAIN_MILLIS = 10;

    /** What becomes of bytes. */
    enum State {
        /** They are passed on. */
        OPEN,
        /** They wait, as if the network lost all that is sent and sent again. */
        SILENT,
        /** Connections end, and new ones end at once. */
        CUT
    }

    private final ServerSocket server;
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean garbles = new AtomicBoolean();
    private final AtomicLong passed = new AtomicLong();
    private volatile State state = State.OPEN;
    private volatile int delayMillis;
    private volatile int bytesPerSecond = Integer.MAX_VALUE;

    Wire(String address, int port, InetSocketAddress target) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getByName(address));
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    void set(State next) {
        state = next;
        if (next == State.CUT) {
            sockets.forEach(Wire::close);
        }
    }

    /** Each piece of a few kilobytes is held up so long. */
    void delay(int millis) {
        delayMillis = millis;
    }

    void slow(int most) {
        bytesPerSecond = most;
    }

    /** One bit of what comes next is flipped. */
    void garble() {
        garbles.set(true);
    }

    /** Ends all connections; new ones are welcome. */
    void drop() {
        sockets.forEach(Wire::close);
    }

    void mend() {
        delayMillis = 0;
        bytesPerSecond = Integer.MAX_VALUE;
        garbles.set(false);
        state = State.OPEN;
    }

    /** So many bytes were passed on, both ways. */
    long passed() {
        return passed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket in = server.accept();
                if (state == State.CUT) {
                    close(in);
                } else {
                    sockets.add(in);
                    Thread.ofVirtual().start(() -> connect(in));
                }
            } catch (IOException e) {
                // Closed, or out of descriptors: whoever called will call again.
            }
        }
    }

    private void connect(Socket in) {
        Socket out = new Socket();
        try {
            out.connect(target, 1_000);
            sockets.add(out);
            Thread.ofVirtual().start(() -> pass(out, in, false));
            pass(in, out, true);
        } catch (IOException e) {
            end(in, out);
        }
    }

    /** Only what goes forward is ever harmed: so a fault is one of one direction. */
    private void pass(Socket from, Socket to, boolean forward) {
        byte[] piece = new byte[PIECE];
        try (from; to; InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (forward) {
                    hold(read);
                    if (garbles.getAndSet(false)) {
                        piece[read / 2] ^= 4;
                    }
                }
                out.write(piece, 0, read);
                passed.addAndGet(read);
            }
        } catch (IOException e) {
            // One side has closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void hold(int bytes) throws InterruptedException {
        while (state == State.SILENT) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        Thread.sleep(delayMillis + 1_000L * bytes / bytesPerSecond);
    }

    private void end(Socket... both) {
        for (Socket socket : both) {
            close(socket);
            sockets.remove(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use anyway.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(Wire::close);
    }
}
