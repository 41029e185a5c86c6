package org.quittance.node.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.util.ArrayList;
import java.util.List;
import org.quittance.node.net.Frames.Frame;

/** The bytes of frames, for tests outside of this package. */
public final class FrameBytes {

    private FrameBytes() {}

    /** A frame as it is on the wire. */
    public static byte[] encode(FrameType type, byte[] content) {
        return bytes(Frames.encode(UnpooledByteBufAllocator.DEFAULT, new Frame(type, content)));
    }

    /**
     * The contents of the whole frames that a stream begins with, as they are handed on.
     *
     * @throws TooLongFrameException if there is one that is too long
     */
    public static List<byte[]> decode(byte[] stream) {
        EmbeddedChannel channel = new EmbeddedChannel(Frames.decoder());
        List<byte[]> contents = new ArrayList<>();
        channel.writeInbound(Unpooled.wrappedBuffer(stream));
        for (ByteBuf next = channel.readInbound(); next != null; next = channel.readInbound()) {
            contents.add(bytes(next));
        }
        channel.close();
        return contents;
    }

    private static byte[] bytes(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        buffer.release();
        return bytes;
    }
}
