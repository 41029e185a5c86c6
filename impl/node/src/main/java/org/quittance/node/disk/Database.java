package org.quittance.node.disk;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Digest;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB, for keys that are a letter for the kind and then a digest or numbers. What was written
 * before something that was synced is durable with it; of what came later, a machine that loses its
 * power may lose the latest, and never an earlier write without the later ones.
 */
final class Database implements AutoCloseable {

    private final Options options;
    private final RocksDB db;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final WriteOptions unsynced = new WriteOptions();

    private Database(Options options, RocksDB db) {
        this.options = options;
        this.db = db;
    }

    /** What is done with an entry. */
    interface Visitor {

        void visit(byte[] key, byte[] value);
    }

    /**
     * Opens a database, and makes it if it may be written and isn't there.
     *
     * @throws Refusal if it can't be read
     */
    static Database open(Path path, boolean readOnly) throws Refusal {
        Options options = new Options().setCreateIfMissing(true)
                .setParanoidChecks(true)
                .setKeepLogFileNum(2)
                .setMaxTotalWalSize(64L << 20)
                // Most commands that are looked up were never executed.
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(0.05)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setFilterPolicy(new BloomFilter()));
        try {
            return new Database(options, readOnly
                    ? RocksDB.openReadOnly(options, path.toString())
                    : RocksDB.open(options, path.toString()));
        } catch (RocksDBException e) {
            options.close();
            throw new Refusal(ExitCode.BAD_DATA, "cannot use " + path + ": "
                    + Refusal.reason(e) + "; make room if there is none; if the store is damaged,"
                    + " bring back store and " + VoteLog.NAME + " from the same moment");
        }
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw new StoreFailure(e);
        }
    }

    void put(byte[] key, byte[] value) {
        try {
            db.put(key, value);
        } catch (RocksDBException e) {
            throw new StoreFailure(e);
        }
    }

    /** Does all of it or nothing, and returns once it is durable. */
    void sync(WriteBatch batch) {
        write(synced, batch);
    }

    /** Does all of it or nothing. */
    void write(WriteBatch batch) {
        write(unsynced, batch);
    }

    private void write(WriteOptions how, WriteBatch batch) {
        try {
            db.write(how, batch);
        } catch (RocksDBException e) {
            throw new StoreFailure(e);
        }
    }

    /** A change that is a part of a greater one. */
    interface Change {

        void to(WriteBatch batch) throws RocksDBException;
    }

    static void add(WriteBatch batch, Change change) {
        try {
            change.to(batch);
        } catch (RocksDBException e) {
            throw new StoreFailure(e);
        }
    }

    /** The first entry of the key's kind from the key on. */
    byte @Nullable [][] from(byte[] key) {
        try (RocksIterator at = db.newIterator()) {
            at.seek(key);
            return entry(at, key[0]);
        }
    }

    /** The last entry of the key's kind up to the key. */
    byte @Nullable [][] upTo(byte[] key) {
        try (RocksIterator at = db.newIterator()) {
            at.seekForPrev(key);
            return entry(at, key[0]);
        }
    }

    /** Shows the entries from one key up to another, which is not among them. */
    void forEach(byte[] from, byte[] to, Visitor visitor) {
        try (RocksIterator at = db.newIterator()) {
            for (at.seek(from); at.isValid() && Arrays.compareUnsigned(at.key(), to) < 0;
                    at.next()) {
                visitor.visit(at.key(), at.value());
            }
            check(at);
        }
    }

    private static byte @Nullable [][] entry(RocksIterator at, byte kind) {
        check(at);
        return at.isValid() && at.key()[0] == kind ? new byte[][] {at.key(), at.value()} : null;
    }

    /** What can't be read must not look like what isn't there. */
    private static void check(RocksIterator at) {
        try {
            at.status();
        } catch (RocksDBException e) {
            throw new StoreFailure(e);
        }
    }

    static byte[] key(byte kind, Digest digest) {
        return key(kind, digest.bytes().toArray());
    }

    static byte[] key(byte kind, long number) {
        return key(kind, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    static byte[] key(byte kind, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put(kind).put(rest).array();
    }

    static byte[] key(byte kind, long number, Digest digest) {
        byte[] bytes = digest.bytes().toArray();
        return ByteBuffer.allocate(1 + Long.BYTES + bytes.length)
                .put(kind).putLong(number).put(bytes).array();
    }

    /** The number in a key. */
    static long number(byte[] key) {
        return ByteBuffer.wrap(key, 1, Long.BYTES).getLong();
    }

    @Override
    public void close() {
        synced.close();
        unsynced.close();
        db.close();
        options.close();
    }
}
