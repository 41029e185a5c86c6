package org.quittance.core.settlement.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LongSetTest {

    /** Few of them, so that many are added and removed again, and far apart, so that they meet. */
    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.longs().between(-20, 20)
                .flatMap(number -> Arbitraries.of(number, number << 32, number * number << 20))
                .list().ofMaxSize(200);
    }

    @Property
    void isASet(@ForAll("numbers") List<Long> numbers) {
        LongSet set = new LongSet();
        SortedSet<Long> expected = new TreeSet<>();
        for (long number : numbers) {
            assertThat(set.contains(number)).isEqualTo(expected.contains(number));
            if (number % 3 == 0 && expected.remove(number)) {
                set.remove(number);
            } else {
                assertThat(set.add(number)).isEqualTo(expected.add(number));
            }
            assertThat(set.size()).isEqualTo(expected.size());
            assertThat(set.sorted()).containsExactly(
                    expected.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /** They all belong where the first one is: in the last place, so that they go round the end. */
    @Example
    void whatHadToMakeWayIsStillThereWhenAnotherIsRemoved() {
        long[] meeting = LongStream.rangeClosed(1, 1000)
                .filter(number -> LongSet.home(number, 7) == 7).limit(4).toArray();
        for (long removed : meeting) {
            LongSet set = new LongSet();
            for (long number : meeting) {
                set.add(number);
            }
            set.remove(removed);
            for (long number : meeting) {
                assertThat(set.contains(number)).isEqualTo(number != removed);
            }
        }
    }

    /** By chance 512 numbers would hit about 400 of 1024 places. */
    @Example
    void numbersAreSpreadWhereverTheyDiffer() {
        for (int shift : new int[] {0, 20, 32}) {
            assertThat(LongStream.range(0, 512).mapToInt(n -> LongSet.home(n << shift, 1023))
                    .distinct().count()).isGreaterThan(300);
        }
    }

    @Example
    void canBeClearedAndUsedAgain() {
        LongSet set = new LongSet();
        set.add(7);
        set.clear();
        set.remove(7);

        assertThat(set.size()).isZero();
        assertThat(set.contains(7)).isFalse();
        assertThat(set.add(7)).isTrue();
        assertThat(set.sorted()).containsExactly(7);
    }
}
