package org.quittance.node.sync;

import java.util.List;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;

/** What validators say to each other about the state of one of them, with its canonical bytes. */
sealed interface SyncMessage {

    /** A snapshot goes in parts of so many bytes, the last of which may be shorter. */
    int PART = 1 << 19;

    /** Which state have you? */
    record AskHead() implements SyncMessage {}

    /** None that could be shown to anybody. */
    record Nothing() implements SyncMessage {}

    /**
     * All but the snapshot itself of a {@link org.quittance.core.replica.SnapshotOffer}.
     *
     * @param size of the snapshot's encoding, in bytes
     */
    record Head(Quittance quittance, List<Body> path, Certificate finalization, long size)
            implements SyncMessage {

        public Head {
            path = List.copyOf(path);
        }

        Height height() {
            return quittance.height();
        }

        /** In how many parts the snapshot comes. */
        long parts() {
            return (size + PART - 1) / PART;
        }

        /** How many bytes the part has, for a part that there is. */
        int sizeOf(long part) {
            return (int) Math.min(PART, size - part * PART);
        }
    }

    /** Send me a part of the snapshot of this height, counted from 0. */
    record AskPart(Height height, long part) implements SyncMessage {}

    /** The part. */
    record Part(Height height, long part, Bytes bytes) implements SyncMessage {}

    /** The canonical bytes of a message among these validators. */
    static byte[] encode(ValidatorSet validators, SyncMessage message) {
        ByteWriter out = new ByteWriter();
        switch (message) {
            case AskHead ask -> out.tag(1);
            case Nothing nothing -> out.tag(2);
            case Head head -> {
                out.tag(3);
                write(out, validators, head.quittance());
                // As in a response to a request for blocks: each is the parent of the one before.
                write(out, validators, new BlockResponse(head.path().reversed()));
                write(out, validators, head.finalization());
                out.number(head.size());
            }
            case AskPart ask -> out.tag(4).number(ask.height().number()).number(ask.part());
            case Part part -> out.tag(5).number(part.height().number()).number(part.part())
                    .sized(part.bytes());
        }
        return out.toArray();
    }

    private static void write(ByteWriter out, ValidatorSet validators, Message message) {
        out.sized(Bytes.copyOf(MessageCodec.encode(Envelope.of(validators, message))));
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if nobody writes that, or it is of another chain
     */
    static SyncMessage decode(ValidatorSet validators, byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        int tag = in.tag();
        SyncMessage message = switch (tag) {
            case 1 -> new AskHead();
            case 2 -> new Nothing();
            case 3 -> head(in, validators);
            case 4 -> new AskPart(new Height(in.number(Long.MAX_VALUE)),
                    in.number(Integer.MAX_VALUE));
            case 5 -> new Part(new Height(in.number(Long.MAX_VALUE)),
                    in.number(Integer.MAX_VALUE), in.sized(PART));
            default -> throw in.fault(Malformed.BAD_TAG, 0, "no message " + tag);
        };
        in.end();
        return message;
    }

    private static Head head(ByteReader in, ValidatorSet validators) throws MalformedException {
        Quittance quittance = read(in, validators, Quittance.class);
        BlockResponse path = read(in, validators, BlockResponse.class);
        int start = in.position();
        if (path.bodies().isEmpty()) {
            throw in.fault(Malformed.CONTRADICTION, start, "no block");
        }
        Certificate finalization = read(in, validators, Certificate.class);
        return new Head(quittance, path.bodies().reversed(), finalization,
                in.number(Long.MAX_VALUE));
    }

    private static <T extends Message> T read(
            ByteReader in, ValidatorSet validators, Class<T> kind) throws MalformedException {
        int start = in.position();
        Envelope envelope = MessageCodec.decode(in.sized(MessageCodec.MAX_SIZE).toArray());
        if (!envelope.chainId().equals(validators.chainId())
                || envelope.epoch() != validators.epoch()
                || !kind.isInstance(envelope.message())) {
            throw in.fault(Malformed.CONTRADICTION, start,
                    "not a " + kind.getSimpleName() + " of this chain");
        }
        return kind.cast(envelope.message());
    }
}
