package org.quittance.core.settlement.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quittance.core.base.Bytes;
import org.quittance.core.codec.AttestationParts;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.KeyParts;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;

/**
 * Canonical bytes of payloads: version, a quittance or none, the number of commands, and each
 * command with its seals.
 */
public final class PayloadCodec {

    private static final int VERSION = 1;

    /** Version, quittance or none, and the number of commands take at most so many bytes more. */
    private static final int HEAD = 8;

    private PayloadCodec() {}

    /**
     * The payload with these contents.
     *
     * @throws IllegalArgumentException if they are longer than a payload may be
     */
    public static Payload encode(BlockContents contents) {
        ByteWriter out = new ByteWriter().tag(VERSION);
        out.tag(contents.quittance().isPresent() ? 1 : 0);
        contents.quittance().ifPresent(quittance -> AttestationParts.write(out, quittance));
        out.number(contents.commands().size());
        for (SealedCommand command : contents.commands()) {
            write(out, command);
        }
        return new Payload(Bytes.copyOf(out.toArray()));
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if no contents have this encoding
     */
    public static BlockContents decode(Payload payload) throws MalformedException {
        ByteReader in = new ByteReader(payload.bytes().toArray());
        int version = in.tag();
        if (version != VERSION) {
            throw in.fault(Malformed.BAD_TAG, 0, "no version " + version + " of payloads");
        }
        Optional<Quittance> quittance = readQuittance(in);
        long size = in.number(Payload.MAX_SIZE);
        List<SealedCommand> commands = new ArrayList<>();
        for (long k = 0; k < size; k++) {
            commands.add(readSealed(in));
        }
        in.end();
        return new BlockContents(quittance, commands);
    }

    /**
     * The quittance and as many of the commands, from the first on, as one payload has room for. A
     * command that is too long by itself is left out.
     *
     * @param mayBeIn asked once of each command that there is room for: what may not be in a block
     *     is left out
     * @param most how many bytes the payload may have, up to {@link Payload#MAX_SIZE}
     */
    public static BlockContents fit(
            Optional<Quittance> quittance,
            Iterable<SealedCommand> commands,
            Predicate<SealedCommand> mayBeIn,
            int most) {
        long size = HEAD + encode(new BlockContents(quittance, List.of())).bytes().size();
        List<SealedCommand> fitting = new ArrayList<>();
        for (SealedCommand command : commands) {
            long more = encode(command).length;
            if (size + more <= most && mayBeIn.test(command)) {
                fitting.add(command);
                size += more;
            }
        }
        return new BlockContents(quittance, fitting);
    }

    /** The bytes of a command with its seals, as they are submitted. */
    public static byte[] encode(SealedCommand sealed) {
        ByteWriter out = new ByteWriter();
        write(out, sealed);
        return out.toArray();
    }

    /**
     * Reads one command with its seals.
     *
     * @throws MalformedException if none has this encoding
     */
    public static SealedCommand decodeSealed(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        SealedCommand sealed = readSealed(in);
        in.end();
        return sealed;
    }

    private static void write(ByteWriter out, SealedCommand sealed) {
        out.sized(Bytes.copyOf(CommandCodec.encode(sealed.command())))
                .number(sealed.seals().size());
        for (Seal seal : sealed.seals()) {
            KeyParts.write(out, seal.key());
            KeyParts.write(out, seal.signature());
        }
    }

    private static SealedCommand readSealed(ByteReader in) throws MalformedException {
        Bytes bytes = in.sized(CommandCodec.MAX_SIZE);
        int start = in.position() - bytes.size();
        List<Seal> seals = readSeals(in);
        try {
            return new SealedCommand(CommandCodec.decode(bytes.toArray()), seals);
        } catch (MalformedException e) {
            throw new MalformedException(e.reason(), start + e.offset(), "in a command");
        }
    }

    private static List<Seal> readSeals(ByteReader in) throws MalformedException {
        long size = in.number(SealedCommand.MAX_SEALS);
        List<Seal> seals = new ArrayList<>();
        for (long k = 0; k < size; k++) {
            int start = in.position();
            Seal seal = new Seal(KeyParts.readKey(in), KeyParts.readSignature(in));
            if (k > 0 && seals.get(seals.size() - 1).compareTo(seal) >= 0) {
                throw in.fault(Malformed.UNSORTED_SIGNERS, start, "the keys must ascend");
            }
            seals.add(seal);
        }
        return seals;
    }

    private static Optional<Quittance> readQuittance(ByteReader in) throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        return switch (tag) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(AttestationParts.readQuittance(in));
            default -> throw in.fault(Malformed.BAD_TAG, start, tag + " is neither 0 nor 1");
        };
    }
}
