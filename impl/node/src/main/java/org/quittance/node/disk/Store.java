package org.quittance.node.disk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.commit.Snapshot;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.rocksdb.WriteBatch;

/**
 * What others and clients ask for: blocks with payloads, the chain by height, certificates,
 * quittances, receipts; and the snapshot that the log begins after. Only snapshots are synced:
 * whatever is later than the snapshot can be made again from the log. Any thread may read; the
 * core's thread writes.
 */
public final class Store implements AutoCloseable {

    static final byte BODY = 'b';
    static final byte BODY_BY_VIEW = 'v';
    static final byte CHAIN = 'c';
    static final byte FINALIZATION = 'f';
    static final byte QUITTANCE = 'q';
    static final byte RECEIPT = 'r';
    private static final byte SNAPSHOT = 's';
    private static final byte META = 'm';

    private final ValidatorSet validators;
    private final Database db;

    private Store(ValidatorSet validators, Database db) {
        this.validators = validators;
        this.db = db;
    }

    /** A snapshot of the settlement state after the block of a height. */
    public record Kept(Height height, Snapshot snapshot) {}

    /**
     * A snapshot, and why anybody should believe it.
     *
     * @param quittance for the snapshot's very height
     * @param body the final block of that height
     * @param finalization of that very block
     */
    public record Quitted(
            Kept kept, Quittance quittance, Body body, Certificate finalization) {}

    /**
     * Opens the store of a data directory.
     *
     * @throws Refusal if it can't be read, or is of another chain
     */
    public static Store open(DataDirectory data, ValidatorSet validators) throws Refusal {
        StoreLibrary.load(data.path());
        Store store = new Store(validators, Database.open(path(data.path()), false));
        try {
            store.claim();
            return store;
        } catch (Refusal e) {
            store.close();
            throw e;
        } catch (StoreFailure e) {
            store.close();
            throw new Refusal(ExitCode.BAD_DATA, path(data.path()) + ": " + Refusal.reason(e));
        }
    }

    /** Opens a store to look at only. */
    public static Store openToRead(Path data, ValidatorSet validators) throws Refusal {
        StoreLibrary.load(data);
        return new Store(validators, Database.open(path(data), true));
    }

    private static Path path(Path data) {
        return data.resolve("store");
    }

    private void claim() throws Refusal {
        byte[] key = Database.key(META, new byte[0]);
        byte[] chain = validators.chainId().getBytes(StandardCharsets.UTF_8);
        byte[] found = db.get(key);
        if (found == null) {
            db.put(key, chain);
        } else if (!Arrays.equals(found, chain)) {
            throw new Refusal(ExitCode.BAD_DATA, "the store is of chain "
                    + new String(found, StandardCharsets.UTF_8) + ", but genesis is of "
                    + validators.chainId());
        }
    }

    /** Takes over what others may ask for from a record of the log. */
    public void remember(LogRecord record) {
        record.storedBody().ifPresent(this::putBody);
        switch (record) {
            case LogRecord.Committed committed -> putCommitted(committed);
            case LogRecord.Held(Certificate certificate) -> putFinalization(certificate);
            default -> { }
        }
    }

    private void putBody(Body body) {
        Digest digest = body.block().digest();
        db.put(Database.key(BODY, digest), encode(new BlockResponse(List.of(body))));
        db.put(Database.key(BODY_BY_VIEW, body.block().view().number(), digest), new byte[0]);
    }

    private void putCommitted(LogRecord.Committed committed) {
        long height = committed.height().number();
        Digest digest = committed.block().digest();
        // All between two records of the log are committed with the later one.
        while (height > 0 && !digest.bytes().equals(bytesAt(height))) {
            db.put(Database.key(CHAIN, height), digest.bytes().toArray());
            Optional<Body> body = body(digest);
            if (body.isEmpty()) {
                return;
            }
            digest = body.get().block().parent();
            height--;
        }
    }

    private @Nullable Bytes bytesAt(long height) {
        byte[] found = db.get(Database.key(CHAIN, height));
        return found == null ? null : Bytes.copyOf(found);
    }

    private void putFinalization(Certificate certificate) {
        if (certificate.kind() == Kind.FINALIZE) {
            db.put(Database.key(FINALIZATION, certificate.block().digest()),
                    encode(certificate));
        }
    }

    /** The block with this digest, if it was ever here and isn't pruned. */
    public Optional<Body> body(Digest digest) {
        return read(Database.key(BODY, digest), BlockResponse.class)
                .map(found -> found.bodies().get(0));
    }

    /** The final block of a height, if it is here. */
    public Optional<Body> blockAt(long height) {
        Bytes digest = bytesAt(height);
        return digest == null ? Optional.empty() : body(new Digest(digest));
    }

    /** The finalization of the block, if this node held it. */
    public Optional<Certificate> finalization(Digest block) {
        return read(Database.key(FINALIZATION, block), Certificate.class);
    }

    /** Keeps a quittance. */
    public void put(Quittance quittance) {
        db.put(Database.key(QUITTANCE, quittance.height().number()), encode(quittance));
    }

    /** The first quittance for this height or a later one. */
    public Optional<Quittance> quittanceFrom(long height) {
        byte[][] found = db.from(Database.key(QUITTANCE, height));
        return found == null
                ? Optional.empty()
                : Optional.of(decode(found[1], Quittance.class));
    }

    /** Keeps receipts by commands. One of a command that was accepted is never replaced. */
    public void put(Map<Digest, Receipt> receipts) {
        try (WriteBatch batch = new WriteBatch()) {
            receipts.forEach((command, receipt) -> {
                if (receipt(command).stream().allMatch(it -> it.refusal().isPresent())) {
                    Database.add(batch, it -> it.put(
                            Database.key(RECEIPT, command), receipt.encode()));
                }
            });
            db.write(batch);
        }
    }

    /** What became of a command, once it was executed. */
    public Optional<Receipt> receipt(Digest command) {
        byte[] found = db.get(Database.key(RECEIPT, command));
        try {
            return found == null ? Optional.empty() : Optional.of(Receipt.decode(found));
        } catch (MalformedException e) {
            throw new StoreFailure(e);
        }
    }

    /** Keeps a snapshot, and with it, durably, all that was written before; forgets older ones. */
    public void put(Kept kept) {
        long height = kept.height().number();
        try (WriteBatch batch = new WriteBatch()) {
            Database.add(batch, it -> it.put(
                    Database.key(SNAPSHOT, height), kept.snapshot().encode()));
            Database.add(batch, it -> it.deleteRange(
                    Database.key(SNAPSHOT, 0), Database.key(SNAPSHOT, height)));
            db.sync(batch);
        }
    }

    /** The latest snapshot, if there is one. */
    public Optional<Kept> snapshot() {
        byte[][] found = db.upTo(Database.key(SNAPSHOT, Long.MAX_VALUE));
        try {
            return found == null
                    ? Optional.empty()
                    : Optional.of(new Kept(new Height(Database.number(found[0])),
                            Snapshot.decode(found[1])));
        } catch (MalformedException e) {
            throw new StoreFailure(e);
        }
    }

    /** The latest snapshot with all that proves it, if all of that is here. */
    public Optional<Quitted> quittedSnapshot() {
        Optional<Kept> kept = snapshot();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Height height = kept.get().height();
        Optional<Quittance> quittance = quittanceFrom(height.number())
                .filter(found -> found.height().equals(height));
        Optional<Body> body = blockAt(height.number());
        Optional<Certificate> finalization =
                body.flatMap(found -> finalization(found.block().digest()));
        return quittance.isPresent() && body.isPresent() && finalization.isPresent()
                ? Optional.of(new Quitted(
                        kept.get(), quittance.get(), body.get(), finalization.get()))
                : Optional.empty();
    }

    /** The greatest height of the chain that is here. */
    public OptionalLong tip() {
        return height(db.upTo(Database.key(CHAIN, Long.MAX_VALUE)));
    }

    /** The least height of the chain that is here. */
    public OptionalLong first() {
        return height(db.from(Database.key(CHAIN, 0)));
    }

    private static OptionalLong height(byte @Nullable [][] found) {
        return found == null ? OptionalLong.empty() : OptionalLong.of(Database.number(found[0]));
    }

    /** The final blocks from this height up to the first with a finalization that is here. */
    public List<Body> pathToFinalization(long height) {
        List<Body> path = new ArrayList<>();
        Optional<Body> next = blockAt(height);
        while (next.isPresent() && path.size() < 64) {
            path.add(next.get());
            if (finalization(next.get().block().digest()).isPresent()) {
                return path;
            }
            next = blockAt(height + path.size());
        }
        return List.of();
    }

    /** What makes room in this store. */
    public Pruning pruning(Pruning.Commands commands) {
        return new Pruning(this, db, commands);
    }

    private byte[] encode(Message message) {
        return MessageCodec.encode(Envelope.of(validators, message));
    }

    private <T extends Message> Optional<T> read(byte[] key, Class<T> type) {
        byte[] found = db.get(key);
        return found == null ? Optional.empty() : Optional.of(decode(found, type));
    }

    private static <T extends Message> T decode(byte[] bytes, Class<T> type) {
        try {
            return type.cast(MessageCodec.decode(bytes).message());
        } catch (MalformedException | ClassCastException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public void close() {
        db.close();
    }
}
