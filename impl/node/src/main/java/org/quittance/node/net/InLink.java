package org.quittance.node.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.quittance.node.Refusal;
import org.quittance.node.net.PeerNetwork.Inbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What another validator sends here, on one connection. Two virtual threads of its own decode and
 * verify, one of them clients' commands: so votes don't wait behind these. While they have more
 * than they can do nothing is read, so that the sender has to wait.
 *
 * <p>Memory: {@link #MOST} messages, {@link #MOST_COMMANDS} commands or {@link #MOST_BYTES}, and
 * what one read brings.
 */
final class InLink extends SimpleChannelInboundHandler<ByteBuf> {

    private static final Logger LOG = LoggerFactory.getLogger(InLink.class);
    private static final int MOST = 256;
    private static final int MOST_COMMANDS = 4_096;
    private static final long MOST_BYTES = 16L << 20;
    /** Who may be anyone can't fill the disk with what is logged about him. */
    private static final Seldom MAY_LOG = new Seldom();

    private final Pins pins;
    private final Inbound inbound;
    private final PeerCounts counts;
    private final Known known;
    private final LinkedBlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<byte[]> commands = new LinkedBlockingQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean();
    private int from = -1;

    /** Is told whose connection this is. */
    interface Known {

        void known(int validator, Channel channel);
    }

    InLink(Pins pins, Inbound inbound, PeerCounts counts, Known known) {
        this.pins = pins;
        this.inbound = inbound;
        this.counts = counts;
        this.known = known;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent done) {
            if (!done.isSuccess()) {
                refuse(context, done.cause());
                return;
            }
            SslHandler tls = context.pipeline().get(SslHandler.class);
            X509Certificate shown = (X509Certificate)
                    tls.engine().getSession().getPeerCertificates()[0];
            from = pins.check(shown);
            LOG.info("validator {} is connected from {}", from,
                    context.channel().remoteAddress());
            open.set(true);
            Channel channel = context.channel();
            known.known(from, channel);
            Thread.ofVirtual().name("peer-" + from).start(() -> consume(channel, messages));
            Thread.ofVirtual().name("commands-" + from).start(() -> consume(channel, commands));
        }
    }

    private void refuse(ChannelHandlerContext context, Throwable cause) {
        counts.refused();
        if (MAY_LOG.test()) {
            LOG.warn("refused a connection from {}: {}", context.channel().remoteAddress(),
                    Refusal.reason(OutLink.rootOf(cause)));
        }
        context.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
        byte[] content = new byte[frame.readableBytes()];
        frame.readBytes(content);
        counts.read(content.length);
        (isCommand(content) ? commands : messages).add(content);
        if (bytes.addAndGet(content.length) > MOST_BYTES
                || messages.size() > MOST || commands.size() > MOST_COMMANDS) {
            context.channel().config().setAutoRead(false);
            // They may have done all of it meanwhile, and nobody else would look again.
            readOn(context.channel());
        }
    }

    private void readOn(Channel channel) {
        if (!channel.config().isAutoRead() && bytes.get() < MOST_BYTES / 2
                && messages.size() < MOST / 2 && commands.size() < MOST_COMMANDS / 2) {
            channel.config().setAutoRead(true);
        }
    }

    private static boolean isCommand(byte[] frame) {
        return frame.length > 0 && frame[0] == FrameType.COMMAND.code();
    }

    private void consume(Channel channel, LinkedBlockingQueue<byte[]> frames) {
        try {
            while (open.get() || !frames.isEmpty()) {
                byte[] frame = frames.take();
                if (frame.length > 0) {
                    hand(frame);
                    // A queue that never gets empty would keep a processor from all other threads.
                    Thread.yield();
                }
                bytes.addAndGet(-frame.length);
                readOn(channel);
            }
        } catch (InterruptedException e) {
            channel.close();
        } catch (RuntimeException e) {
            LOG.error("a frame of validator {} made this node fail: {}", from, e.toString());
            channel.close();
        }
    }

    private void hand(byte[] frame) throws InterruptedException {
        Optional<FrameType> type = FrameType.of(frame[0]);
        if (type.isEmpty()) {
            counts.malformed();
            return;
        }
        byte[] content = new byte[frame.length - 1];
        System.arraycopy(frame, 1, content, 0, content.length);
        inbound.received(from, type.get(), content);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (open.getAndSet(false)) {
            LOG.info("validator {} has closed its connection", from);
        }
        // Wakes the threads up, so that they end.
        messages.add(new byte[0]);
        commands.add(new byte[0]);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        if (open.get()) {
            counts.malformed();
            LOG.warn("the connection of validator {} failed: {}", from,
                    Refusal.reason(OutLink.rootOf(thrown)));
        }
        context.close();
    }
}
