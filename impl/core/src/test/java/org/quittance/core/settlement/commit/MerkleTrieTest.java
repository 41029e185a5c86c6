package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class MerkleTrieTest {

    /** Few different bytes, so that keys collide, share beginnings, and are each other's. */
    static Arbitrary<Bytes> keys() {
        return Arbitraries.bytes().between((byte) -2, (byte) 2).array(byte[].class)
                .ofMaxSize(5).map(Bytes::copyOf);
    }

    static Arbitrary<SortedMap<Bytes, Bytes>> maps() {
        return Arbitraries.maps(keys(), keys()).ofMaxSize(40).map(TreeMap::new);
    }

    @Provide
    Arbitrary<SortedMap<Bytes, Bytes>> entries() {
        return maps();
    }

    /** Puts and removals in batches. */
    @Provide
    Arbitrary<List<SortedMap<Bytes, Optional<Bytes>>>> batches() {
        Arbitrary<SortedMap<Bytes, Optional<Bytes>>> batch = Arbitraries
                .maps(keys(), keys().optional(0.6)).ofMaxSize(12).map(TreeMap::new);
        return batch.list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<KeyValue>> sequences() {
        return Combinators.combine(keys(), keys()).as(KeyValue::new).list().ofMaxSize(40);
    }

    @Property
    void theRootIsThatOfTheDefinition(@ForAll("entries") SortedMap<Bytes, Bytes> entries) {
        assertThat(trie(entries).root()).isEqualTo(naiveRoot(entries));
    }

    @Property
    void batchesGiveTheRootOfWhatIsLeft(
            @ForAll("batches") List<SortedMap<Bytes, Optional<Bytes>>> batches) {
        SortedMap<Bytes, Bytes> expected = new TreeMap<>();
        MerkleTrie trie = MerkleTrie.empty();
        for (SortedMap<Bytes, Optional<Bytes>> batch : batches) {
            MerkleTrie before = trie;
            Digest rootBefore = before.root();
            trie = trie.with(batch);
            batch.forEach((key, value) -> value.ifPresentOrElse(
                    v -> expected.put(key, v), () -> expected.remove(key)));
            assertThat(trie.root()).isEqualTo(naiveRoot(expected));
            assertThat(trie.size()).isEqualTo(expected.size());
            assertThat(before.root()).isEqualTo(rootBefore);
        }
        assertThat(asMap(trie)).isEqualTo(expected);
        assertThat(new ArrayList<>(asMap(trie).keySet()))
                .containsExactlyElementsOf(expected.keySet());
    }

    @Property
    void orderOfInsertionDoesNotMatter(@ForAll("sequences") List<KeyValue> sequence) {
        SortedMap<Bytes, Bytes> last = new TreeMap<>();
        MerkleTrie forward = MerkleTrie.empty();
        for (KeyValue entry : sequence) {
            last.put(entry.key(), entry.value());
            forward = forward.with(entry.key(), entry.value());
        }
        MerkleTrie backward = MerkleTrie.empty();
        for (Bytes key : new TreeMap<>(last).descendingKeySet()) {
            backward = backward.with(key, last.get(key));
        }
        assertThat(forward.root())
                .isEqualTo(backward.root())
                .isEqualTo(MerkleTrie.of(sequence).root())
                .isEqualTo(naiveRoot(last));
    }

    @Property
    void removingUndoesInserting(
            @ForAll("entries") SortedMap<Bytes, Bytes> entries,
            @ForAll("entries") SortedMap<Bytes, Bytes> more) {
        MerkleTrie trie = trie(entries);
        MerkleTrie there = trie;
        for (Bytes key : more.keySet()) {
            if (!entries.containsKey(key)) {
                there = there.with(key, more.get(key));
            }
        }
        MerkleTrie back = there;
        for (Bytes key : more.keySet()) {
            back = entries.containsKey(key) ? back : back.without(key);
        }
        assertThat(back.root()).isEqualTo(trie.root());
    }

    @Property
    void whatChangesNothingGivesTheSameTrie(@ForAll("entries") SortedMap<Bytes, Bytes> entries) {
        MerkleTrie trie = trie(entries);
        SortedMap<Bytes, Optional<Bytes>> same = new TreeMap<>();
        entries.forEach((key, value) -> same.put(key, Optional.of(value)));
        assertThat(trie.with(same)).isSameAs(trie);
        assertThat(trie.with(new TreeMap<>())).isSameAs(trie);
    }

    @Property
    void valuesAreFoundUnderTheirKeysOnly(
            @ForAll("entries") SortedMap<Bytes, Bytes> entries,
            @ForAll("entries") SortedMap<Bytes, Bytes> others) {
        MerkleTrie trie = trie(entries);
        others.keySet().forEach(key ->
                assertThat(trie.get(key)).isEqualTo(Optional.ofNullable(entries.get(key))));
        entries.forEach((key, value) -> assertThat(trie.get(key)).contains(value));
    }

    @Property
    void differentMapsHaveDifferentRoots(
            @ForAll("entries") SortedMap<Bytes, Bytes> a,
            @ForAll("entries") SortedMap<Bytes, Bytes> b) {
        assertThat(trie(a).root().equals(trie(b).root())).isEqualTo(a.equals(b));
    }

    /** What anyone can compute who knows the format, and that replicas have agreed on. */
    @Test
    void rootsAreAsTheyEverWere() {
        MerkleTrie one = MerkleTrie.empty().with(Bytes.fromHex("01"), Bytes.fromHex("0a"));
        assertThat(MerkleTrie.empty().root()).isEqualTo(Digest.sha256("quittance/state/empty/v1"));
        assertThat(one.root()).isEqualTo(Digest.sha256("quittance/state/leaf/v1",
                new byte[] {0, 0, 0, 1, 1, 10}));
        Digest second = Digest.sha256("quittance/state/leaf/v1", new byte[] {0, 0, 0, 1, 3, 11});
        assertThat(one.with(Bytes.fromHex("03"), Bytes.fromHex("0b")).root()).isEqualTo(
                Digest.sha256("quittance/state/inner/v1", new byte[] {0, 0, 0, 7},
                        one.root().bytes().toArray(), second.bytes().toArray()));
    }

    @Test
    void keysAreNotTooLong() {
        Bytes key = Bytes.copyOf(new byte[KeyValue.MAX_KEY_SIZE + 1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleTrie.empty().with(key, Bytes.fromHex("")));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTrie.empty().without(key));
    }

    @Test
    void theLongestKeysWork() {
        byte[] key = new byte[KeyValue.MAX_KEY_SIZE];
        Bytes a = Bytes.copyOf(key);
        key[key.length - 1] = 1;
        Bytes b = Bytes.copyOf(key);
        Bytes prefix = Bytes.copyOf(new byte[KeyValue.MAX_KEY_SIZE - 1]);
        MerkleTrie trie = MerkleTrie.of(List.of(
                new KeyValue(b, a), new KeyValue(a, b), new KeyValue(prefix, b)));
        assertThat(trie.get(a)).contains(b);
        assertThat(trie.prove(b)).hasValueSatisfying(
                proof -> assertThat(ProofVerifier.verify(trie.root(), proof)).isTrue());
    }

    private static MerkleTrie trie(SortedMap<Bytes, Bytes> entries) {
        MerkleTrie trie = MerkleTrie.empty();
        for (SortedMap.Entry<Bytes, Bytes> entry : entries.entrySet()) {
            trie = trie.with(entry.getKey(), entry.getValue());
        }
        return trie;
    }

    private static SortedMap<Bytes, Bytes> asMap(MerkleTrie trie) {
        SortedMap<Bytes, Bytes> map = new TreeMap<>();
        trie.forEach(entry -> map.put(entry.key(), entry.value()));
        return map;
    }

    /** The definition: split at the first place where keys differ, as strings of bits. */
    private static Digest naiveRoot(SortedMap<Bytes, Bytes> entries) {
        return entries.isEmpty()
                ? Digest.sha256("quittance/state/empty/v1")
                : naive(entries, 0);
    }

    private static Digest naive(SortedMap<Bytes, Bytes> entries, int bit) {
        if (entries.size() == 1) {
            Bytes key = entries.firstKey();
            return Digest.sha256("quittance/state/leaf/v1",
                    ByteBuffer.allocate(4).putInt(key.size()).array(),
                    key.toArray(), entries.get(key).toArray());
        }
        SortedMap<Bytes, Bytes> left = new TreeMap<>();
        SortedMap<Bytes, Bytes> right = new TreeMap<>();
        entries.forEach((key, value) ->
                (bits(key).startsWith("1", bit) ? right : left).put(key, value));
        if (left.isEmpty() || right.isEmpty()) {
            return naive(entries, bit + 1);
        }
        return Digest.sha256("quittance/state/inner/v1",
                ByteBuffer.allocate(4).putInt(bit).array(),
                naive(left, bit + 1).bytes().toArray(),
                naive(right, bit + 1).bytes().toArray());
    }

    private static String bits(Bytes key) {
        StringBuilder bits = new StringBuilder();
        for (byte b : key.toArray()) {
            bits.append('1').append(
                    Integer.toBinaryString(b & 0xff | 0x100).substring(1));
        }
        return bits.append('0').toString();
    }
}
