package org.quittance.core.settlement.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

/**
 * An immutable map from keys to values with a SHA-256 root: a binary crit-bit trie, each inner node
 * of which stands where keys first differ.
 *
 * <p>Its shape, and so its root, is a function of the entries alone, whatever came in which order.
 * A change makes anew only the nodes above the changed entries, each once however many entries
 * below it changed; older tries stay as they are and share the rest. Recursion is as deep as keys
 * have bits, {@link KeyValue#MAX_KEY_SIZE} bytes at most.
 */
public final class MerkleTrie {

    private static final MerkleTrie EMPTY = new MerkleTrie(null, 0);

    private final @Nullable Node root;
    private final int size;

    private MerkleTrie(@Nullable Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /** A node's arrays never leave this package, and are never changed. */
    private sealed interface Node {

        byte[] hash();

        /** The key of any leaf at or below it. */
        Bytes anyKey();

        int size();
    }

    private static final class Leaf implements Node {

        private final KeyValue entry;
        private final byte[] hash;

        Leaf(KeyValue entry, Hashing hashing) {
            this.entry = entry;
            this.hash = hashing.leaf(entry.key(), entry.value());
        }

        @Override
        public byte[] hash() {
            return hash;
        }

        @Override
        public Bytes anyKey() {
            return entry.key();
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static final class Inner implements Node {

        private final int bit;
        private final Node left;
        private final Node right;
        private final Bytes anyKey;
        private final int size;
        private final byte[] hash;

        Inner(int bit, Node left, Node right, Hashing hashing) {
            this.bit = bit;
            this.left = left;
            this.right = right;
            this.anyKey = left.anyKey();
            this.size = left.size() + right.size();
            this.hash = hashing.inner(bit, left.hash(), right.hash());
        }

        Node child(Bytes key) {
            return KeyBits.at(key, bit) ? right : left;
        }

        @Override
        public byte[] hash() {
            return hash;
        }

        @Override
        public Bytes anyKey() {
            return anyKey;
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** A new value for a key, or none any more. */
    private record Change(Bytes key, Optional<Bytes> value) {}

    @Pure
    public static MerkleTrie empty() {
        return EMPTY;
    }

    /** A trie of these entries. Of two with one key the later counts. */
    public static MerkleTrie of(Iterable<KeyValue> entries) {
        SortedMap<Bytes, Optional<Bytes>> changes = new TreeMap<>();
        entries.forEach(entry -> changes.put(entry.key(), Optional.of(entry.value())));
        return EMPTY.with(changes);
    }

    /** With another value for a key, or with one entry more. */
    public MerkleTrie with(Bytes key, Bytes value) {
        return changed(List.of(new Change(key, Optional.of(value))));
    }

    /** Without a key, which may be absent. */
    public MerkleTrie without(Bytes key) {
        return changed(List.of(new Change(key, Optional.empty())));
    }

    /**
     * With many changes at once: a value replaces the key's value, and empty removes the key.
     *
     * @param changes in the natural order of keys
     */
    public MerkleTrie with(SortedMap<Bytes, Optional<Bytes>> changes) {
        List<Change> list = new ArrayList<>(changes.size());
        changes.forEach((key, value) -> list.add(new Change(key, value)));
        return changed(list);
    }

    private MerkleTrie changed(List<Change> changes) {
        for (Change change : changes) {
            KeyValue.checkKey(change.key());
        }
        Node next = merge(root, changes, new Hashing());
        return next == root ? this : new MerkleTrie(next, next == null ? 0 : next.size());
    }

    /**
     * The subtrie with these changes, which are in the order of keys.
     *
     * <p>At the first bit where any of the keys differs from the subtrie's, or from each other, or
     * where the subtrie branches itself, both go to either side.
     */
    private static @Nullable Node merge(
            @Nullable Node node, List<Change> changes, Hashing hashing) {
        if (changes.isEmpty()) {
            return node;
        }
        Bytes key = node == null ? changes.get(0).key() : node.anyKey();
        int differs = Math.min(
                KeyBits.firstDifference(changes.get(0).key(), key),
                KeyBits.firstDifference(changes.get(changes.size() - 1).key(), key));
        boolean branches = node instanceof Inner inner && inner.bit <= differs;
        if (differs == KeyBits.NONE && !branches) {
            return leaf(node, changes.get(0), hashing);
        }
        int bit = node instanceof Inner inner ? Math.min(inner.bit, differs) : differs;
        int half = firstRight(changes, bit);
        List<Change> toLeft = changes.subList(0, half);
        List<Change> toRight = changes.subList(half, changes.size());
        if (node instanceof Inner inner && branches) {
            Node left = merge(inner.left, toLeft, hashing);
            Node right = merge(inner.right, toRight, hashing);
            return left == inner.left && right == inner.right
                    ? inner
                    : join(bit, left, right, hashing);
        }
        boolean isRight = KeyBits.at(key, bit);
        return join(bit,
                merge(isRight ? null : node, toLeft, hashing),
                merge(isRight ? node : null, toRight, hashing),
                hashing);
    }

    private static @Nullable Node leaf(@Nullable Node old, Change change, Hashing hashing) {
        if (change.value().isEmpty()) {
            return null;
        }
        KeyValue entry = new KeyValue(change.key(), change.value().get());
        return old instanceof Leaf leaf && leaf.entry.equals(entry)
                ? leaf
                : new Leaf(entry, hashing);
    }

    private static @Nullable Node join(
            int bit, @Nullable Node left, @Nullable Node right, Hashing hashing) {
        if (left == null) {
            return right;
        }
        return right == null ? left : new Inner(bit, left, right, hashing);
    }

    /** How many of the changes have a 0 at the place. They agree on all bits before it. */
    private static int firstRight(List<Change> changes, int bit) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (KeyBits.at(changes.get(middle).key(), bit)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The digest of all entries. */
    public Digest root() {
        return root == null ? Hashing.emptyRoot() : new Digest(Bytes.copyOf(root.hash()));
    }

    @Pure
    public int size() {
        return size;
    }

    /** The value of a key, if it has one. */
    public Optional<Bytes> get(Bytes key) {
        Node node = root;
        while (node instanceof Inner inner) {
            node = inner.child(key);
        }
        return node instanceof Leaf leaf && leaf.entry.key().equals(key)
                ? Optional.of(leaf.entry.value())
                : Optional.empty();
    }

    /** A proof that this trie has the key with its value; empty if it doesn't have it. */
    public Optional<Proof> prove(Bytes key) {
        List<Proof.Step> path = new ArrayList<>();
        Node node = root;
        while (node instanceof Inner inner) {
            Node child = inner.child(key);
            Node sibling = child == inner.left ? inner.right : inner.left;
            path.add(new Proof.Step(inner.bit, new Digest(Bytes.copyOf(sibling.hash()))));
            node = child;
        }
        return node instanceof Leaf leaf && leaf.entry.key().equals(key)
                ? Optional.of(new Proof(leaf.entry, path))
                : Optional.empty();
    }

    /** All entries, in the order of their keys. */
    public void forEach(Consumer<KeyValue> each) {
        visit(root, each);
    }

    private static void visit(@Nullable Node node, Consumer<KeyValue> each) {
        if (node instanceof Inner inner) {
            visit(inner.left, each);
            visit(inner.right, each);
        } else if (node instanceof Leaf leaf) {
            each.accept(leaf.entry);
        }
    }
}
