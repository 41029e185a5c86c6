package org.quittance.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ValidatorSetTest {

    private static final BigInteger THREE = BigInteger.valueOf(3);

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 20).list().ofMinSize(1).ofMaxSize(9),
                Arbitraries.longs().between(1, ValidatorSet.MAX_TOTAL_WEIGHT / 9)
                        .list().ofMinSize(1).ofMaxSize(9));
    }

    @Property
    void twoQuorumsShareMoreThanAThird(
            @ForAll("weights") List<Long> weights, @ForAll int first, @ForAll int second) {
        ValidatorSet set = set(weights);
        SortedSet<ValidatorId> a = subset(set, first);
        SortedSet<ValidatorId> b = subset(set, second);
        if (set.isQuorum(a) && set.isQuorum(b)) {
            a.retainAll(b);
            assertThat(BigInteger.valueOf(set.weightOf(a)).multiply(THREE))
                    .isGreaterThan(BigInteger.valueOf(set.totalWeight()));
        }
    }

    @Property
    void quorumWeightIsTheLeastAboveTwoThirds(@ForAll("weights") List<Long> weights) {
        ValidatorSet set = set(weights);
        BigInteger twice = BigInteger.valueOf(set.totalWeight()).shiftLeft(1);
        BigInteger quorum = BigInteger.valueOf(set.quorumWeight());
        assertThat(quorum.multiply(THREE)).isGreaterThan(twice);
        assertThat(quorum.subtract(BigInteger.ONE).multiply(THREE)).isLessThanOrEqualTo(twice);
    }

    @Property
    void everyoneTogetherIsAQuorumAndNobodyIsNone(@ForAll("weights") List<Long> weights) {
        ValidatorSet set = set(weights);
        assertThat(set.isQuorum(new TreeSet<>(set.ids()))).isTrue();
        assertThat(set.isQuorum(new TreeSet<>())).isFalse();
    }

    @Property
    void withoutLessThanAThirdThereIsStillAQuorum(
            @ForAll("weights") List<Long> weights, @ForAll int without) {
        ValidatorSet set = set(weights);
        SortedSet<ValidatorId> missing = subset(set, without);
        SortedSet<ValidatorId> rest = new TreeSet<>(set.ids());
        rest.removeAll(missing);
        if (set.weightOf(missing) * 3 < set.totalWeight() && set.weightOf(missing) > 0) {
            assertThat(set.isQuorum(rest)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "5, 4", "6, 5", "7, 5", "10, 7", "100, 67"})
    void quorumsOfEqualValidators(int size, long quorum) {
        assertThat(set(IntStream.range(0, size).mapToObj(i -> 1L).toList()).quorumWeight())
                .isEqualTo(quorum);
    }

    @Test
    void onlyMembersCount() {
        ValidatorSet set = set(List.of(1L, 1L));
        assertThat(set.weightOf(new TreeSet<>(List.of(new ValidatorId(1), new ValidatorId(2)))))
                .isEqualTo(1);
        assertThat(set.contains(new ValidatorId(2))).isFalse();
    }

    @Test
    void totalWeightIsLimited() {
        long most = ValidatorSet.MAX_TOTAL_WEIGHT;
        assertThat(set(List.of(most - 1, 1L)).totalWeight()).isEqualTo(most);
        assertThatIllegalArgumentException().isThrownBy(() -> set(List.of(most, 1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(List.of(Long.MAX_VALUE, Long.MAX_VALUE)));
    }

    @Test
    void sizeIsLimitedAndKeysDiffer() {
        List<Long> most = Collections.nCopies(ValidatorSet.MAX_SIZE, 1L);
        assertThat(set(most).size()).isEqualTo(ValidatorSet.MAX_SIZE);
        assertThatIllegalArgumentException().isThrownBy(() -> set(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> set(
                IntStream.range(0, ValidatorSet.MAX_SIZE + 1).mapToObj(i -> 1L).toList()));
        Validator one = new Validator(new Weight(1), key(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValidatorSet("chain", 0, List.of(one, one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValidatorSet("chain", -1, List.of(one)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\n", "a/b"})
    void chainIdsArePlain(String chainId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidatorSet.checkChainId(chainId))
                .withMessageContaining("chain id");
    }

    private static ValidatorSet set(List<Long> weights) {
        return new ValidatorSet("chain", 0, IntStream.range(0, weights.size())
                .mapToObj(i -> new Validator(new Weight(weights.get(i)), key(i)))
                .toList());
    }

    private static PublicKey key(int number) {
        byte[] name = {(byte) (number >> 8), (byte) number};
        return new PublicKey(SchemeId.ED25519, Digest.sha256("key", name).bytes());
    }

    private static SortedSet<ValidatorId> subset(ValidatorSet set, int members) {
        SortedSet<ValidatorId> subset = new TreeSet<>(set.ids());
        subset.removeIf(id -> (members >> id.index() & 1) == 0);
        return subset;
    }
}
