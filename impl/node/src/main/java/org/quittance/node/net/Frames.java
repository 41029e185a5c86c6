package org.quittance.node.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import org.quittance.core.codec.MessageCodec;

/**
 * How frames look on the wire: the length of what follows (4 bytes), the type (1), the content. A
 * length beyond the longest message ends the connection before anything is allocated for it.
 */
final class Frames {

    private static final int LENGTH = 4;

    /** The longest content with its type. */
    static final int MOST = MessageCodec.MAX_SIZE + 1;

    private Frames() {}

    static LengthFieldBasedFrameDecoder decoder() {
        return new LengthFieldBasedFrameDecoder(MOST + LENGTH, 0, LENGTH, 0, LENGTH, true);
    }

    /** The bytes of a frame. */
    static ByteBuf encode(ByteBufAllocator allocator, Frame frame) {
        return allocator.buffer(LENGTH + 1 + frame.content().length)
                .writeInt(frame.content().length + 1)
                .writeByte(frame.type().code())
                .writeBytes(frame.content());
    }

    /** A frame that waits to be sent. The content is shared and never changed. */
    record Frame(FrameType type, byte[] content) {

        int size() {
            return content.length;
        }
    }
}
