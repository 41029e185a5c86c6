package org.quittance.node.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.quittance.core.base.ValidatorId;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.net.Frames.Frame;
import org.quittance.node.setup.TlsIdentity;

/**
 * Connections with the other validators, over TLS 1.3 with certificates on both sides. Each
 * validator calls each other one, and sends on the connections that it made only: so nobody has to
 * decide which of two connections counts.
 */
public final class PeerNetwork implements Links, AutoCloseable {

    /** So many connections whose certificate isn't known yet are open at most. */
    private static final int MOST_STRANGERS = 64;

    static final int HANDSHAKE_MILLIS = 10_000;

    private static final int CLOSE_SECONDS = 5;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final SortedMap<Integer, OutLink> links = new TreeMap<>();
    private final List<String> fingerprints;
    private final TlsIdentity identity;
    private final Inbound inbound;
    private final PeerCounts counts;
    private final Deque<Channel> strangers = new ArrayDeque<>();
    private final Map<Integer, Channel> heard = new ConcurrentHashMap<>();
    /** All that is open. What is added after the end is closed at once. */
    private final ChannelGroup channels =
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    /**
     * A network that does nothing yet.
     *
     * @param fingerprints of all validators' certificates
     * @param inbound takes frames
     */
    public PeerNetwork(
            List<String> fingerprints, TlsIdentity identity, Inbound inbound, PeerCounts counts) {
        this.fingerprints = fingerprints;
        this.identity = identity;
        this.inbound = inbound;
        this.counts = counts;
    }

    /** Takes a frame of another validator. It may wait: then nothing more is read from it. */
    public interface Inbound {

        void received(int from, FrameType type, byte[] content) throws InterruptedException;
    }

    /**
     * Listens.
     *
     * @throws Refusal if the address is not to be had
     */
    public void listen(InetSocketAddress address) throws Refusal {
        SslContext tls;
        try {
            tls = SslContextBuilder.forServer(identity.key(), identity.certificate())
                    .sslProvider(SslProvider.JDK).protocols("TLSv1.3")
                    .trustManager(new Pins(fingerprints, OptionalInt.empty()))
                    .clientAuth(ClientAuth.REQUIRE)
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw unusable(e);
        }
        var bound = new ServerBootstrap().group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accept(channel, tls);
                    }
                })
                .bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new Refusal(ExitCode.NETWORK, "cannot listen for validators on " + address
                    + ": " + Refusal.reason(bound.cause()) + " (setting peer.listen)");
        }
        channels.add(bound.channel());
    }

    private void accept(Channel channel, SslContext tls) {
        channels.add(channel);
        entered(channel);
        SslHandler handler = tls.newHandler(channel.alloc());
        handler.setHandshakeTimeout(HANDSHAKE_MILLIS, TimeUnit.MILLISECONDS);
        handler.handshakeFuture().addListener(done -> left(channel));
        channel.pipeline().addLast(handler, Frames.decoder(),
                new InLink(new Pins(fingerprints, OptionalInt.empty()), inbound, counts,
                        this::known));
    }

    /**
     * Somebody is here who may be anyone. If there are too many of them the first goes: a validator
     * shows its certificate at once, and who only holds a place can't hold all.
     */
    private void entered(Channel channel) {
        Channel first;
        synchronized (strangers) {
            strangers.add(channel);
            first = strangers.size() > MOST_STRANGERS ? strangers.poll() : null;
        }
        if (first != null) {
            counts.refused();
            first.close();
        }
    }

    private void left(Channel channel) {
        synchronized (strangers) {
            strangers.remove(channel);
        }
    }

    /** A validator has called. It is listened to on its newest connection only. */
    private void known(int validator, Channel channel) {
        Channel before = heard.put(validator, channel);
        if (before != null) {
            before.close();
        }
    }

    private static Refusal unusable(Exception e) {
        return new Refusal(ExitCode.BAD_INPUT, "the TLS key and certificate can't be used: "
                + Refusal.reason(e));
    }

    /** Calls a validator, and again and again whenever the connection is gone. */
    public void call(int validator, InetSocketAddress address) throws Refusal {
        try {
            SslContext tls = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK).protocols("TLSv1.3")
                    .keyManager(identity.key(), identity.certificate())
                    .trustManager(new Pins(fingerprints, OptionalInt.of(validator)))
                    // Not by the host's name: the certificate itself is pinned.
                    .endpointIdentificationAlgorithm("")
                    .build();
            OutLink link = new OutLink(validator, address, tls, loops, channels, counts);
            links.put(validator, link);
            link.connect();
        } catch (SSLException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    @Override
    public void send(int to, FrameType type, byte[] content) {
        OutLink link = links.get(to);
        if (link != null) {
            link.send(new Frame(type, content));
        }
    }

    @Override
    public void broadcast(FrameType type, byte[] content) {
        Frame frame = new Frame(type, content);
        links.values().forEach(link -> link.send(frame));
    }

    /** To how many others there is a connection. */
    public int connected() {
        return (int) links.values().stream().filter(OutLink::isConnected).count();
    }

    /** Which others there is a connection to. */
    public SortedSet<ValidatorId> connectedTo() {
        SortedSet<ValidatorId> connected = new TreeSet<>();
        links.forEach((validator, link) -> {
            if (link.isConnected()) {
                connected.add(new ValidatorId(validator));
            }
        });
        return connected;
    }

    /** How many frames were pushed out of queues. */
    public long dropped() {
        return links.values().stream().mapToLong(OutLink::dropped).sum();
    }

    /** How many frames wait to be sent. */
    public long queued() {
        return links.values().stream().mapToLong(OutLink::queued).sum();
    }

    /**
     * Closes all connections, and waits until they are closed: loops that end may leave open what
     * is registered with them, and the others would go on sending into connections that nobody
     * reads, for as long as this process lives. It may have another life to live.
     */
    @Override
    public void close() {
        links.values().forEach(OutLink::close);
        // Longer than TLS waits for room to say goodbye in.
        channels.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
