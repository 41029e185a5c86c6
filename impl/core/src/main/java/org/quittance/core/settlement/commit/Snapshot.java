package org.quittance.core.settlement.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;

/**
 * All entries of the state between two blocks, in the order of their keys. That they are somebody's
 * state is known once {@link #root} is that of a quittance.
 */
public record Snapshot(List<StateEntry> entries) {

    private static final String NAME = "quittance-snapshot";
    private static final int VERSION = 1;

    /**
     * Takes entries.
     *
     * @throws IllegalArgumentException if their keys don't ascend
     */
    public Snapshot {
        entries = List.copyOf(entries);
        for (int k = 1; k < entries.size(); k++) {
            if (entries.get(k - 1).key().compareTo(entries.get(k).key()) >= 0) {
                throw new IllegalArgumentException("keys must ascend, but "
                        + entries.get(k) + " comes after " + entries.get(k - 1));
            }
        }
    }

    /**
     * The entries of a trie, of the latest state or an earlier one.
     *
     * @throws IllegalArgumentException if it is no state's
     */
    public static Snapshot of(MerkleTrie trie) {
        List<StateEntry> entries = new ArrayList<>(trie.size());
        trie.forEach(entry -> {
            try {
                entries.add(EntryReader.decode(entry));
            } catch (MalformedException e) {
                throw new IllegalArgumentException("no state has entry " + entry.key(), e);
            }
        });
        return new Snapshot(entries);
    }

    /** The root that a state with these entries has. */
    public Digest root() {
        return trie().root();
    }

    /** The block that it is the outcome of; empty before the first, and of settlement alone. */
    public Optional<StateEntry.LastBlock> lastBlock() {
        return !entries.isEmpty()
                && entries.get(entries.size() - 1) instanceof StateEntry.LastBlock last
                ? Optional.of(last)
                : Optional.empty();
    }

    /** The trie that a state with these entries has. */
    public MerkleTrie trie() {
        return MerkleTrie.of(entries.stream().map(EntryCodec::encode).toList());
    }

    /** Canonical bytes: name, version, number of entries, and key and value of each. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter().text(NAME).tag(VERSION).number(entries.size());
        for (StateEntry entry : entries) {
            write(out, entry);
        }
        return out.toArray();
    }

    private static void write(ByteWriter out, StateEntry entry) {
        KeyValue bytes = EntryCodec.encode(entry);
        out.sized(bytes.key()).sized(bytes.value());
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if no snapshot has this encoding; its offset is where the entry
     *     begins, or the byte that is wrong
     */
    public static Snapshot decode(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        if (!in.text(NAME.length()).equals(NAME)) {
            throw in.fault(Malformed.MISSING_HEADER, 0, "not a snapshot");
        }
        int start = in.position();
        int version = in.tag();
        if (version != VERSION) {
            throw in.fault(Malformed.BAD_TAG, start, "no version " + version + " of snapshots");
        }
        long size = in.number(Integer.MAX_VALUE);
        List<StateEntry> entries = new ArrayList<>();
        Bytes before = null;
        for (long k = 0; k < size; k++) {
            start = in.position();
            StateEntry entry = readEntry(in);
            if (before != null && before.compareTo(entry.key()) >= 0) {
                throw in.fault(Malformed.CONTRADICTION, start,
                        "keys must ascend, but " + entry + " comes too late");
            }
            before = entry.key();
            entries.add(entry);
        }
        in.end();
        return new Snapshot(entries);
    }

    private static StateEntry readEntry(ByteReader in) throws MalformedException {
        int start = in.position();
        KeyValue bytes = new KeyValue(
                in.sized(KeyValue.MAX_KEY_SIZE), in.sized(KeyValue.MAX_VALUE_SIZE));
        try {
            return EntryReader.decode(bytes);
        } catch (MalformedException e) {
            throw new MalformedException(e.reason(), start, "entry " + bytes.key() + ": "
                    + e.getMessage());
        }
    }

    /** Where an entry begins in the bytes, for those who find fault with it. */
    long offsetOf(int index) {
        ByteWriter out = new ByteWriter().text(NAME).tag(VERSION).number(entries.size());
        entries.subList(0, index).forEach(entry -> write(out, entry));
        return out.toArray().length;
    }
}
