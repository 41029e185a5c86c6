package org.quittance.node.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the last block that a settlement trace has whole. Reads no more of its end than needed. */
final class LastBlock {

    private static final int CHUNK = 1 << 20;

    /** The height in the state after it is that of the next block. */
    private static final Pattern END = Pattern.compile(
            "\"action\":\"EndBlock\",\"args\":\\{[^}]*},\"post\":\\{\"height\":([0-9]+),.*\n");

    private LastBlock() {}

    /** The height of the last whole block; -1 if there is none. */
    static long of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long chunk = CHUNK; ; chunk *= 4) {
                long from = Math.max(0, channel.size() - chunk);
                long height = last(channel, from);
                if (height >= 0 || from == 0) {
                    return height;
                }
            }
        }
    }

    private static long last(FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // Until all is read.
        }
        Matcher matcher = END.matcher(
                new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        long height = -1;
        while (matcher.find()) {
            height = Long.parseLong(String.valueOf(matcher.group(1))) - 1;
        }
        return height;
    }
}
