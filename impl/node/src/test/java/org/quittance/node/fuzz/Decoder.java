package org.quittance.node.fuzz;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.netty.handler.codec.TooLongFrameException;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.Log;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.codec.RecordCodec;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Payload;
import org.quittance.core.settlement.codec.CommandCodec;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.commit.Proof;
import org.quittance.core.settlement.commit.Restoring;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.CommandJson;
import org.quittance.node.disk.ReceiptBytes;
import org.quittance.node.net.FrameBytes;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;

/**
 * All that takes bytes apart which others made, and what must hold of it: it reads them, or refuses
 * them in the one way that its callers know; what it reads has no other bytes; and it doesn't take
 * more memory than the bytes are worth.
 */
public enum Decoder {

    /** What validators send each other. */
    MESSAGE(in -> same(in, MessageCodec.encode(MessageCodec.decode(in)))),
    /** A record of the vote log. */
    RECORD(in -> same(in, RecordCodec.encode(RecordCodec.decode(in)))),
    /** A vote log as it is found on a disk. */
    LOG(Decoder::log),
    /** The same, with checksums that are right: the bytes are what a record has in it. */
    LOG_OF_A_RECORD(in -> log(Seeds.framed(in))),
    /** What is in a block. */
    PAYLOAD(in -> {
        if (in.length <= Payload.MAX_SIZE) {
            Payload payload = new Payload(Bytes.copyOf(in));
            same(in, PayloadCodec.encode(PayloadCodec.decode(payload)).bytes().toArray());
        }
    }),
    /** A command with its seals, as clients hand it in and validators share it. */
    SEALED_COMMAND(in -> same(in, PayloadCodec.encode(PayloadCodec.decodeSealed(in)))),
    /** A command. */
    COMMAND(in -> same(in, CommandCodec.encode(CommandCodec.decode(in)))),
    /** The state, and what is made of it. */
    SNAPSHOT(in -> {
        Snapshot snapshot = Snapshot.decode(in);
        same(in, snapshot.encode());
        Restoring.restore(snapshot, false, Seeds.OWNERS);
    }),
    /** A proof of an entry of the state. */
    PROOF(in -> same(in, Proof.decode(in).encode())),
    /** What became of a command, as it is stored. */
    RECEIPT(in -> same(in, ReceiptBytes.encode(ReceiptBytes.decode(in)))),
    /** What comes over a connection, before anyone looks into it. */
    FRAMES(Decoder::frames),
    /** A command as people write it. */
    COMMAND_JSON(in -> CommandJson.read(json(in))),
    /** What a client checks of an answer, all of which a node may have made up. */
    ANSWER(in -> {
        JsonNode answer = json(in);
        Checks checks = new Checks(Seeds.validators());
        refusedOrRead(() -> checks.finality(Seeds.ID, answer));
        refusedOrRead(() -> checks.quittance(answer));
        refusedOrRead(() -> checks.account(0, answer));
    }),
    /** Genesis, with the chain id that it says. */
    GENESIS(in -> read(in, GenesisFile::read)),
    /** Genesis, with the chain id that it should say. */
    GENESIS_NAMED(in -> {
        GenesisFile file = Json.OF_RECORDS.treeToValue(json(in), GenesisFile.class);
        if (file == null) {
            throw new JsonParseException(null, "nothing");
        }
        String text = file.named("fuzz").text();
        GenesisFile read = read(text.getBytes("UTF-8"), GenesisFile::read);
        same(text.getBytes("UTF-8"), read.text().getBytes("UTF-8"));
    }),
    /** The configuration of a node. */
    CONFIGURATION(in -> read(in, NodeConfig::read)),
    /** Planted: takes trailing zeros for nothing. Only the negative control asks for it. */
    PLANTED(in -> {
        int end = in.length;
        while (end > 0 && in[end - 1] == 0) {
            end--;
        }
        byte[] cut = Arrays.copyOf(in, end);
        same(in, RecordCodec.encode(RecordCodec.decode(cut)));
    });

    private static final long FIXED = 4L << 20;
    private static final long PER_BYTE = 2_000;

    private final Property property;

    Decoder(Property property) {
        this.property = property;
    }

    /** What must hold for all bytes; a refusal that callers know may be thrown. */
    private interface Property {

        void check(byte[] in) throws MalformedException, Refusal, IOException;
    }

    private interface Reading<T> {

        T read(Path file) throws Refusal;
    }

    /** Jackson's, once. */
    private static final class Json {

        private static final ObjectMapper OF_RECORDS = new ObjectMapper();
    }

    /** How an input fared. */
    public enum Outcome { READ, REFUSED }

    /**
     * Decodes bytes.
     *
     * @throws AssertionError if it is not as it must be
     */
    public Outcome check(byte[] in) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long taken = Long.MAX_VALUE;
        Outcome outcome = Outcome.REFUSED;
        // The first time classes may be loaded, for which the input is not to blame.
        for (int k = 0; k < 3 && taken > FIXED + PER_BYTE * in.length; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            outcome = decode(in);
            taken = threads.getCurrentThreadAllocatedBytes() - before;
        }
        if (taken > FIXED + PER_BYTE * in.length) {
            throw new AssertionError(
                    this + " took " + taken + " bytes of memory for " + in.length);
        }
        return outcome;
    }

    private Outcome decode(byte[] in) {
        try {
            property.check(in);
            return Outcome.READ;
        } catch (MalformedException | Refusal | TooLongFrameException
                | JsonProcessingException e) {
            return Outcome.REFUSED;
        } catch (IOException e) {
            throw new AssertionError(this + " failed otherwise than it may", e);
        }
    }

    private static void same(byte[] in, byte[] out) {
        if (!Arrays.equals(in, out)) {
            throw new AssertionError("two encodings of one thing: "
                    + Bytes.copyOf(in).hex() + " and " + Bytes.copyOf(out).hex());
        }
    }

    private static void log(byte[] in) throws MalformedException {
        Log.Recovered recovered = Log.recover(Seeds.validators(), Seeds.SELF, in);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Log.header(Seeds.validators(), Seeds.SELF));
        long index = 0;
        for (LogRecord record : recovered.records()) {
            out.writeBytes(Log.frame(index++, record));
        }
        same(Arrays.copyOf(in, recovered.length()), out.toByteArray());
    }

    private static void frames(byte[] in) {
        List<byte[]> contents = FrameBytes.decode(in);
        int length = contents.stream().mapToInt(content -> content.length + 4).sum();
        if (length > in.length) {
            throw new AssertionError("more came out than went in");
        }
    }

    /** Bytes may look like UTF-16 or UTF-32, and then be no characters: an error of its own. */
    private static JsonNode json(byte[] in) throws IOException {
        try {
            return Json.OF_RECORDS.readTree(in);
        } catch (CharConversionException e) {
            throw new JsonParseException(null, "no text", e);
        }
    }

    private static void refusedOrRead(Asked asked) {
        try {
            asked.ask();
        } catch (Refusal e) {
            if (e.getMessage().lines().count() != 1) {
                throw new AssertionError("a refusal must have one line", e);
            }
        }
    }

    private interface Asked {

        void ask() throws Refusal;
    }

    private static <T> T read(byte[] in, Reading<T> reading) throws Refusal, IOException {
        Path file = Files.createTempFile("fuzz", ".in");
        try {
            Files.write(file, in);
            return reading.read(file);
        } finally {
            Files.delete(file);
        }
    }

    /** The digest that answers are asked about. */
    static Digest digestOf(byte[] bytes) {
        return Digest.sha256("quittance/node/fuzz/v1", bytes);
    }
}
