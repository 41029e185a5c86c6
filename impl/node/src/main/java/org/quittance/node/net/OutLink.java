package org.quittance.node.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.Refusal;
import org.quittance.node.net.Frames.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this validator sends to another: a queue, and a connection that is made again and again. */
final class OutLink {

    private static final Logger LOG = LoggerFactory.getLogger(OutLink.class);
    private static final long FIRST_MILLIS = 50;
    private static final long MOST_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long SOUND_NANOS = 3_000_000_000L;

    private final int validator;
    private final InetSocketAddress address;
    private final SslContext tls;
    private final EventLoopGroup loops;
    private final ChannelGroup channels;
    private final PeerCounts counts;
    private final OutQueue queue = new OutQueue();
    private volatile @Nullable Writer ready;
    private volatile boolean closed;
    private int failures;
    private long connectedAt;
    private String lastReason = "";

    OutLink(int validator, InetSocketAddress address, SslContext tls, EventLoopGroup loops,
            ChannelGroup channels, PeerCounts counts) {
        this.validator = validator;
        this.address = address;
        this.tls = tls;
        this.loops = loops;
        this.channels = channels;
        this.counts = counts;
    }

    void connect() {
        if (closed) {
            return;
        }
        // Resolved anew each time: a host may come back with another address.
        InetSocketAddress target =
                new InetSocketAddress(address.getHostString(), address.getPort());
        new Bootstrap().group(loops).channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        SslHandler handler = tls.newHandler(
                                channel.alloc(), target.getHostString(), target.getPort());
                        handler.setHandshakeTimeout(
                                PeerNetwork.HANDSHAKE_MILLIS, TimeUnit.MILLISECONDS);
                        channel.pipeline().addLast(handler, new Writer(channel));
                    }
                })
                .connect(target)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        again(done.cause());
                    }
                });
    }

    private void again(@Nullable Throwable cause) {
        if (closed) {
            return;
        }
        counts.lost();
        String reason = cause == null ? "the connection was closed" : Refusal.reason(cause);
        if (!reason.equals(lastReason)) {
            LOG.warn("no connection to validator {} at {}: {}", validator, address, reason);
            lastReason = reason;
        }
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
        failures++;
        long wait = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
        loops.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
    }

    void send(Frame frame) {
        queue.add(frame);
        Writer writer = ready;
        if (writer != null) {
            writer.wake();
        }
    }

    private void pump(Channel channel) {
        boolean any = false;
        while (channel.isActive() && channel.isWritable()) {
            Frame next = queue.poll();
            if (next == null) {
                break;
            }
            channel.write(Frames.encode(channel.alloc(), next), channel.voidPromise());
            counts.written(next.size());
            any = true;
        }
        if (any) {
            channel.flush();
        }
    }

    boolean isConnected() {
        return ready != null;
    }

    long dropped() {
        return queue.dropped();
    }

    int queued() {
        return queue.size();
    }

    /** Connects no more. */
    void close() {
        closed = true;
    }

    /** Writes while there is room. Nothing is read from a connection of one's own. */
    private final class Writer extends ChannelInboundHandlerAdapter {

        private final Channel channel;
        private final AtomicBoolean woken = new AtomicBoolean();
        private @Nullable Throwable cause;

        Writer(Channel channel) {
            this.channel = channel;
        }

        /** Whatever is added before the task begins goes with it: waking a thread up is dear. */
        void wake() {
            if (woken.compareAndSet(false, true)) {
                channel.eventLoop().execute(() -> {
                    woken.set(false);
                    pump(channel);
                });
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent done) {
                if (done.isSuccess()) {
                    LOG.info("connected to validator {} at {}", validator, address);
                    connectedAt = System.nanoTime();
                    ready = this;
                    pump(channel);
                } else {
                    cause = done.cause();
                    context.close();
                }
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (ready == this) {
                pump(channel);
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
            counts.malformed();
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            // Who refuses this validator's certificate says so only after the handshake.
            if (ready != null && System.nanoTime() - connectedAt > SOUND_NANOS) {
                failures = 0;
                lastReason = "";
            }
            ready = null;
            again(cause);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
            cause = cause == null ? rootOf(thrown) : cause;
            context.close();
        }
    }

    /** What lies under what TLS wraps around it. */
    static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable next = root.getCause(); next != null; next = root.getCause()) {
            root = next;
        }
        return root;
    }
}
