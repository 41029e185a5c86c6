package org.quittance.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.node.Refusal;
import org.quittance.node.net.Frames.Frame;
import org.quittance.node.setup.TlsIdentity;

class PeerNetworkTest {

    private static final byte[] HELLO = {1, 2, 3};

    @TempDir
    private Path directory;

    private final List<TlsIdentity> identities = new ArrayList<>();
    private final List<String> pins = new ArrayList<>();
    private final List<PeerNetwork> networks = new ArrayList<>();
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final Counting counts = new Counting();

    private static final class Counting implements PeerCounts {

        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicInteger malformed = new AtomicInteger();

        @Override
        public void refused() {
            refused.incrementAndGet();
        }

        @Override
        public void lost() {
            lost.incrementAndGet();
        }

        @Override
        public void read(int bytes) { }

        @Override
        public void written(int bytes) { }

        @Override
        public void malformed() {
            malformed.incrementAndGet();
        }
    }

    @BeforeEach
    void make() throws Exception {
        for (int k = 0; k < 5; k++) {
            Path certificate = directory.resolve(k + ".cert");
            Path key = directory.resolve(k + ".key");
            TlsIdentity.create(certificate, key, "v" + k,
                    k == 2 ? Duration.ofSeconds(-10) : Duration.ofDays(1));
            TlsIdentity identity = TlsIdentity.read(certificate, key);
            identities.add(identity);
            pins.add(TlsIdentity.fingerprint(identity.certificate()));
        }
    }

    @AfterEach
    void close() {
        networks.forEach(PeerNetwork::close);
    }

    private PeerNetwork network(int identity, List<String> known) {
        PeerNetwork network = new PeerNetwork(known, identities.get(identity),
                (from, type, content) -> arrived.add(from + " " + type + " " + content.length),
                counts);
        networks.add(network);
        return network;
    }

    private static InetSocketAddress free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }
    }

    private static void await(AtomicInteger count) throws InterruptedException {
        await(() -> count.get() > 0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int k = 0; k < 6_000 && !condition.getAsBoolean(); k++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void framesArriveWithTheNameOfTheirSender() throws Exception {
        InetSocketAddress address = free();
        PeerNetwork caller = network(1, pins);
        caller.call(0, address);
        // Nobody listens yet: what is sent waits.
        caller.send(0, FrameType.MESSAGE, HELLO);
        network(0, pins).listen(address);
        assertThat(arrived.poll(60, TimeUnit.SECONDS)).isEqualTo("1 MESSAGE 3");
        assertThat(caller.connected()).isEqualTo(1);
    }

    /**
     * A validator that takes a state over begins its next life in the same process, and the others
     * call that one only if they notice that the first has gone.
     */
    @Test
    void whoIsClosedLeavesNoConnectionOpen() throws Exception {
        List<Integer> others = List.of(1, 3, 4);
        for (int k = 0; k < 20; k++) {
            InetSocketAddress address = free();
            PeerNetwork closing = network(0, pins);
            closing.listen(address);
            List<PeerNetwork> callers = new ArrayList<>();
            for (int other : others) {
                PeerNetwork caller = network(other, pins);
                callers.add(caller);
                InetSocketAddress own = free();
                caller.listen(own);
                caller.call(0, address);
                closing.call(other, own);
            }
            await(() -> closing.connected() == others.size()
                    && callers.stream().allMatch(it -> it.connected() == 1));
            closing.close();
            for (PeerNetwork caller : callers) {
                await(() -> caller.connected() == 0);
                caller.close();
            }
        }
    }

    @Test
    void aStrangerIsRefused() throws Exception {
        InetSocketAddress address = free();
        network(0, List.of(pins.get(0), "00".repeat(32))).listen(address);
        PeerNetwork stranger = network(1, pins);
        stranger.call(0, address);
        stranger.send(0, FrameType.MESSAGE, HELLO);
        await(counts.refused);
        assertThat(arrived.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aCertificateOutOfDateIsRefused() throws Exception {
        InetSocketAddress address = free();
        network(0, pins).listen(address);
        PeerNetwork old = network(2, pins);
        old.call(0, address);
        old.send(0, FrameType.MESSAGE, HELLO);
        await(counts.refused);
        assertThat(arrived.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThatThrownBy(() -> new Pins(pins, OptionalInt.empty())
                .check(identities.get(2).certificate()))
                .hasMessageContaining("the certificate of validator 2 is valid from");
    }

    @Test
    void whoAnswersForAnotherIsNotTalkedTo() throws Exception {
        InetSocketAddress address = free();
        network(0, pins).listen(address);
        PeerNetwork caller = network(1, pins);
        caller.call(2, address);
        caller.send(2, FrameType.MESSAGE, HELLO);
        await(counts.lost);
        assertThat(arrived.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void plainBytesGetNowhere() throws Exception {
        InetSocketAddress address = free();
        network(0, pins).listen(address);
        try (Socket socket = new Socket(address.getAddress(), address.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(ByteBuffer.allocate(8).putInt(4).putInt(1).array());
            out.flush();
            await(counts.refused);
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void aFrameThatIsTooLongEndsTheConnectionAndOthersGoOn() throws Exception {
        InetSocketAddress address = free();
        network(0, pins).listen(address);
        PeerNetwork caller = network(1, pins);
        caller.call(0, address);
        caller.send(0, FrameType.MESSAGE, new byte[Frames.MOST]);
        await(counts.malformed);
        // What is written before the caller has noticed is lost.
        String first = null;
        for (int k = 0; k < 300 && first == null; k++) {
            caller.send(0, FrameType.COMMAND, HELLO);
            first = arrived.poll(200, TimeUnit.MILLISECONDS);
        }
        assertThat(first).isEqualTo("1 COMMAND 3");
    }

    @Test
    void votesDontWaitBehindCommands() throws Exception {
        InetSocketAddress address = free();
        CountDownLatch checked = new CountDownLatch(1);
        PeerNetwork slow = new PeerNetwork(pins, identities.get(0), (from, type, content) -> {
            if (type == FrameType.COMMAND) {
                checked.await();
            }
            arrived.add(type.name());
        }, counts);
        networks.add(slow);
        slow.listen(address);
        PeerNetwork caller = network(1, pins);
        caller.call(0, address);
        caller.send(0, FrameType.COMMAND, HELLO);
        caller.send(0, FrameType.COMMAND, HELLO);
        caller.send(0, FrameType.MESSAGE, HELLO);
        assertThat(arrived.poll(60, TimeUnit.SECONDS)).isEqualTo("MESSAGE");
        assertThat(arrived.poll(200, TimeUnit.MILLISECONDS)).isNull();
        checked.countDown();
        assertThat(arrived.poll(60, TimeUnit.SECONDS)).isEqualTo("COMMAND");
    }

    @Test
    void commandsGoBehindMessagesAndPushNoneOut() {
        OutQueue queue = new OutQueue();
        queue.add(new Frame(FrameType.COMMAND, new byte[] {1}));
        queue.add(new Frame(FrameType.MESSAGE, new byte[] {2}));
        for (int k = 0; k < OutQueue.MOST; k++) {
            queue.add(new Frame(FrameType.COMMAND, new byte[] {3}));
        }
        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(queue.poll().content()).containsExactly(2);
        assertThat(queue.poll().content()).containsExactly(3);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        InetSocketAddress address = free();
        network(0, pins).listen(address);
        assertThatThrownBy(() -> network(1, pins).listen(address))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot listen for validators on")
                .hasMessageContaining("peer.listen");
    }

    @Test
    void aFullQueuePushesOutTheOldestAndCounts() {
        OutQueue queue = new OutQueue();
        for (int k = 0; k < OutQueue.MOST + 3; k++) {
            queue.add(new Frame(FrameType.MESSAGE, new byte[] {(byte) k, (byte) (k >> 8)}));
        }
        assertThat(queue.size()).isEqualTo(OutQueue.MOST);
        assertThat(queue.dropped()).isEqualTo(3);
        assertThat(queue.poll().content()[0]).isEqualTo((byte) 3);
    }

    @Test
    void aQueueIsBoundedInBytesToo() {
        OutQueue queue = new OutQueue();
        int size = 4 << 20;
        for (int k = 0; k < 12; k++) {
            queue.add(new Frame(FrameType.MESSAGE, new byte[size]));
        }
        assertThat((long) queue.size() * size).isLessThanOrEqualTo(OutQueue.MOST_BYTES);
        assertThat(queue.dropped()).isEqualTo(4);
    }
}
