package org.quittance.node.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * The native library of RocksDB, which comes in its jar. Left to itself it makes a new copy in the
 * directory for temporary files at each start, and a process that is killed leaves it there; so it
 * is copied once, next to the data.
 */
final class StoreLibrary {

    private StoreLibrary() {}

    /** Loads the library, if that hasn't been done yet. */
    static void load(Path data) throws Refusal {
        String name = Environment.getJniLibraryFileName("rocksdb");
        // RocksDB looks for it under a name that is not the one in the jar.
        Path copy = data.resolve(Environment.getJniLibraryFileName("rocksdbjni"));
        try (InputStream in = RocksDB.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new Refusal(ExitCode.BAD_DATA, "the store has no library for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
            }
            byte[] library = in.readAllBytes();
            if (!Files.exists(copy) || Files.size(copy) != library.length) {
                Path young = data.resolve("library.new");
                Files.write(young, library);
                Files.move(young, copy, StandardCopyOption.ATOMIC_MOVE);
            }
            RocksDB.loadLibrary(List.of(data.toAbsolutePath().toString()));
        } catch (IOException | RuntimeException | UnsatisfiedLinkError e) {
            throw new Refusal(ExitCode.BAD_DATA,
                    "the store's library can't be loaded from " + copy + ": "
                            + Refusal.reason(e));
        }
    }
}
