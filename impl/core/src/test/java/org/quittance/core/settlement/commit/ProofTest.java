package org.quittance.core.settlement.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ProofTest {

    @Provide
    Arbitrary<SortedMap<Bytes, Bytes>> entries() {
        return MerkleTrieTest.maps();
    }

    @Provide
    Arbitrary<Bytes> keys() {
        return MerkleTrieTest.keys();
    }

    @Property
    void everyEntryIsProvable(@ForAll("entries") SortedMap<Bytes, Bytes> entries)
            throws MalformedException {
        MerkleTrie trie = trie(entries);
        for (Bytes key : entries.keySet()) {
            Proof proof = trie.prove(key).orElseThrow();
            assertThat(proof.entry()).isEqualTo(new KeyValue(key, entries.get(key)));
            assertThat(ProofVerifier.verify(trie.root(), proof)).isTrue();
            assertThat(Proof.decode(proof.encode())).isEqualTo(proof);
        }
    }

    @Property
    void absentKeysAreNotProvable(
            @ForAll("entries") SortedMap<Bytes, Bytes> entries, @ForAll("keys") Bytes key) {
        Assume.that(!entries.containsKey(key));
        MerkleTrie trie = trie(entries);
        assertThat(trie.prove(key)).isEmpty();
        // Nor with any path that there is, put under the absent key.
        for (Bytes present : entries.keySet()) {
            List<Proof.Step> path = trie.prove(present).orElseThrow().path();
            Proof forged = new Proof(new KeyValue(key, entries.get(present)), path);
            assertThat(ProofVerifier.verify(trie.root(), forged)).isFalse();
        }
    }

    @Property
    void oneWrongBitAnywhereAndNothingIsProved(
            @ForAll("entries") SortedMap<Bytes, Bytes> entries,
            @ForAll int which, @ForAll int where) {
        Assume.that(!entries.isEmpty());
        MerkleTrie trie = trie(entries);
        Bytes key = List.copyOf(entries.keySet()).get(Math.floorMod(which, entries.size()));
        byte[] bytes = trie.prove(key).orElseThrow().encode();
        flip(bytes, where);
        Optional<Proof> changed = decode(bytes);
        changed.ifPresent(proof ->
                assertThat(ProofVerifier.verify(trie.root(), proof)).isFalse());
        byte[] root = trie.root().bytes().toArray();
        flip(root, where);
        assertThat(ProofVerifier.verify(new Digest(Bytes.copyOf(root)),
                trie.prove(key).orElseThrow())).isFalse();
    }

    @Property
    void aProofOfAnEarlierValueFails(
            @ForAll("entries") SortedMap<Bytes, Bytes> entries,
            @ForAll("keys") Bytes key, @ForAll("keys") Bytes value) {
        Assume.that(!value.equals(entries.get(key)));
        MerkleTrie before = trie(entries);
        Digest after = before.with(key, value).root();
        for (Bytes present : entries.keySet()) {
            assertThat(ProofVerifier.verify(after, before.prove(present).orElseThrow())).isFalse();
        }
    }

    @Property
    void garbageIsRefusedOrCanonical(@ForAll @Size(max = 120) byte[] garbage) {
        byte[] bytes = garbage.clone();
        if (bytes.length > 0) {
            bytes[0] = 1;
        }
        decode(bytes).ifPresent(proof -> assertThat(proof.encode()).isEqualTo(bytes));
    }

    @Test
    void pathsAscend() {
        List<Proof.Step> path = List.of(
                new Proof.Step(3, Digest.NONE), new Proof.Step(3, Digest.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proof(entry("01", "02"), path));
        byte[] bytes = new Proof(entry("01", "02"), path.subList(0, 1)).encode();
        byte[] twice = Arrays.copyOf(bytes, bytes.length + 33);
        System.arraycopy(bytes, bytes.length - 33, twice, bytes.length, 33);
        twice[5] = 2;
        refused(Malformed.CONTRADICTION, twice);
    }

    @Test
    void bytesMustBeAsWritten() {
        byte[] bytes = new Proof(entry("01", "02"), List.of()).encode();
        refused(Malformed.TRUNCATED, Arrays.copyOf(bytes, bytes.length - 1));
        refused(Malformed.TRAILING_BYTES, Arrays.copyOf(bytes, bytes.length + 1));
        byte[] future = bytes.clone();
        future[0] = 2;
        refused(Malformed.BAD_TAG, future);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proof.Step(KeyBits.LIMIT, Digest.NONE));
    }

    private static void refused(Malformed reason, byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Proof.decode(bytes))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Optional<Proof> decode(byte[] bytes) {
        try {
            return Optional.of(Proof.decode(bytes));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static void flip(byte[] bytes, int where) {
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }

    private static KeyValue entry(String key, String value) {
        return new KeyValue(Bytes.fromHex(key), Bytes.fromHex(value));
    }

    private static MerkleTrie trie(SortedMap<Bytes, Bytes> entries) {
        return MerkleTrie.of(entries.entrySet().stream()
                .map(e -> new KeyValue(e.getKey(), e.getValue())).toList());
    }
}
