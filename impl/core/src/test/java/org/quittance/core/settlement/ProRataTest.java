package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProRataTest {

    private static final long MAX = (1L << 62) - 1;

    /**
     * As the spec says it, with nobody in any order: a unit more for each claim before which come
     * fewer than units are left.
     */
    static long[] exactly(long[] claims, long available) {
        BigInteger total = LongStream.of(claims).mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
        long[] shares = new long[claims.length];
        BigDecimal[] fractions = new BigDecimal[claims.length];
        long left = available;
        for (int k = 0; k < claims.length && total.signum() > 0; k++) {
            BigDecimal exact = new BigDecimal(claims[k]).multiply(new BigDecimal(available));
            BigDecimal[] parts = exact.divideAndRemainder(new BigDecimal(total));
            shares[k] = parts[0].longValueExact();
            fractions[k] = parts[1];
            left -= shares[k];
        }
        long[] result = shares.clone();
        for (int k = 0; k < claims.length; k++) {
            int before = 0;
            for (int other = 0; other < claims.length && left > 0; other++) {
                int order = fractions[other].compareTo(fractions[k]);
                before += order > 0 || order == 0 && other < k ? 1 : 0;
            }
            result[k] += before < left ? 1 : 0;
        }
        return result;
    }

    @Property
    void isExact(
            @ForAll @Size(max = 9) List<@LongRange(min = 0, max = MAX / 9) Long> claims,
            @ForAll @LongRange(min = 0, max = 1000) long permille) {
        checkSplit(claims, permille);
    }

    @Property
    void isExactWhereRemaindersAreOftenEqual(
            @ForAll @Size(max = 9) List<@LongRange(min = 0, max = 7) Long> claims,
            @ForAll @LongRange(min = 0, max = 1000) long permille) {
        checkSplit(claims, permille);
    }

    private static void checkSplit(List<Long> list, long permille) {
        long[] claims = list.stream().mapToLong(x -> x).toArray();
        long total = LongStream.of(claims).sum();
        long available = BigInteger.valueOf(total).multiply(BigInteger.valueOf(permille))
                .divide(BigInteger.valueOf(1000)).longValueExact();
        long[] shares = ProRata.split(claims, available);
        assertThat(shares).isEqualTo(exactly(claims, available));
        assertThat(LongStream.of(shares).sum()).isEqualTo(available);
        for (int k = 0; k < claims.length; k++) {
            assertThat(shares[k]).isBetween(0L, claims[k]);
        }
    }

    @Test
    void theLargestRemainderGetsWhatIsLeft() {
        // 2/10 of 1, 5 and 4 are 0.2, 1.0 and 0.8.
        assertThat(ProRata.split(new long[] {1, 5, 4}, 2)).containsExactly(0, 1, 1);
    }

    @Test
    void amongEqualRemaindersTheLowestPlaceComesFirst() {
        assertThat(ProRata.split(new long[] {1, 1, 1}, 2)).containsExactly(1, 1, 0);
        assertThat(ProRata.split(new long[] {2, 2, 2}, 4)).containsExactly(2, 1, 1);
    }

    @Test
    void whoClaimsNothingGetsNothing() {
        assertThat(ProRata.split(new long[] {0, 1, 0, 1}, 1)).containsExactly(0, 1, 0, 0);
        assertThat(ProRata.split(new long[] {0, 0}, 0)).containsExactly(0, 0);
        assertThat(ProRata.split(new long[] {}, 0)).isEmpty();
    }

    @Test
    void productsHave128Bits() {
        long half = 1L << 60;
        assertThat(ProRata.split(new long[] {half, half}, half + 1))
                .containsExactly(half / 2 + 1, half / 2);
    }

    @Test
    void theTotalMayBeLargerThanALong() {
        long[] claims = {MAX, MAX, MAX, 1};
        assertThat(ProRata.split(claims, 5)).containsExactly(2, 2, 1, 0);
        assertThat(ProRata.sum(new long[] {MAX, MAX, MAX, -MAX, -1})).isEqualTo(
                BigInteger.valueOf(MAX).shiftLeft(1).subtract(BigInteger.ONE));
    }

    @Property
    void sumsAreExact(@ForAll long[] amounts) {
        BigInteger sum = BigInteger.ZERO;
        for (long amount : amounts) {
            sum = sum.add(BigInteger.valueOf(amount));
        }
        assertThat(ProRata.sum(amounts)).isEqualTo(sum);
    }

    @Test
    void availableIsWithinTheTotal() {
        assertThatThrownBy(() -> ProRata.split(new long[] {1, 2}, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProRata.split(new long[] {1, 2}, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
