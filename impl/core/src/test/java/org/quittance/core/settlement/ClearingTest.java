package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClearingTest {

    private static final int[] NO_PLEDGORS = {};
    private static final long[] NO_PLEDGES = {};

    private record Case(
            long[] obligations, long[] cash, int[] pledgors, long[] pledged, long fund) {

        Clearing.Result clear() {
            return Clearing.clear(obligations, cash, pledgors, pledged, fund);
        }
    }

    private static Case draw(Random random, int participants, long scale) {
        long[] obligations = new long[participants];
        for (int k = 0; k + 1 < participants; k++) {
            long signed = random.nextLong(scale) - scale / 2;
            obligations[k] = random.nextInt(4) == 0 ? 0 : signed;
            obligations[participants - 1] -= obligations[k];
        }
        long[] cash = LongStream.range(0, participants)
                .map(k -> random.nextInt(3) == 0 ? 0 : random.nextLong(scale)).toArray();
        int[] pledgors = random.ints(random.nextInt(5), 0, participants).toArray();
        long[] pledged = random.longs(pledgors.length, 0, scale).toArray();
        return new Case(obligations, cash, pledgors, pledged,
                random.nextBoolean() ? 0 : random.nextLong(scale));
    }

    @Property(tries = 2000)
    void isWhatExactNumbersGive(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int participants,
            @ForAll @LongRange(min = 2, max = 1L << 58) long scale) {
        checkClearing(draw(random, participants, scale));
    }

    @Property(tries = 2000)
    void isWhatExactNumbersGiveWhenTheyAreSmall(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int participants,
            @ForAll @LongRange(min = 2, max = 9) long scale) {
        checkClearing(draw(random, participants, scale));
    }

    private static void checkClearing(Case c) {
        Clearing.Result result = c.clear();
        BigInteger missing = checkWaterfall(c, result);
        long[] claims = LongStream.of(c.obligations()).map(v -> v > 0 ? v : 0).toArray();
        BigInteger fund = BigInteger.valueOf(c.fund());
        assertThat(BigInteger.valueOf(result.drawn())).isEqualTo(missing.min(fund));
        BigInteger available = sum(claims).subtract(missing.subtract(missing.min(fund)));
        assertThat(result.received())
                .isEqualTo(ProRataTest.exactly(claims, available.longValueExact()));
        for (int k = 0; k < claims.length; k++) {
            assertThat(result.haircuts()[k]).isEqualTo(claims[k] - result.received()[k])
                    .isNotNegative();
        }
        // S1: what is taken is what is received.
        assertThat(sum(result.received())).isEqualTo(sum(result.paid())
                .add(sum(result.taken())).add(BigInteger.valueOf(result.drawn())));
        // S11: a haircut implies an empty fund, and that its debtors have nothing left.
        if (sum(result.haircuts()).signum() > 0) {
            assertThat(result.drawn()).isEqualTo(c.fund());
        }
    }

    /** Goes through each debtor's money by itself; gives what is missing in the end. */
    private static BigInteger checkWaterfall(Case c, Clearing.Result result) {
        BigInteger missing = BigInteger.ZERO;
        for (int k = 0; k < c.obligations().length; k++) {
            BigInteger owed = BigInteger.valueOf(c.obligations()[k]).negate().max(BigInteger.ZERO);
            List<Long> sources = new ArrayList<>(List.of(c.cash()[k]));
            List<Long> used = new ArrayList<>(List.of(result.paid()[k]));
            for (int p = 0; p < c.pledgors().length; p++) {
                if (c.pledgors()[p] == k) {
                    sources.add(c.pledged()[p]);
                    used.add(result.taken()[p]);
                }
            }
            for (int s = 0; s < sources.size(); s++) {
                BigInteger use = owed.min(BigInteger.valueOf(sources.get(s)));
                assertThat(BigInteger.valueOf(used.get(s))).isEqualTo(use);
                owed = owed.subtract(use);
            }
            missing = missing.add(owed);
        }
        return missing;
    }

    private static BigInteger sum(long[] amounts) {
        return LongStream.of(amounts).mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Test
    void cashIsEnough() {
        Clearing.Result result = Clearing.clear(new long[] {-5, 3, 2}, new long[] {5, 0, 0},
                NO_PLEDGORS, NO_PLEDGES, 9);
        assertThat(result.paid()).containsExactly(5, 0, 0);
        assertThat(result.received()).containsExactly(0, 3, 2);
        assertThat(result.drawn()).isZero();
        assertThat(result.haircuts()).containsOnly(0);
    }

    @Test
    void pledgesComeAfterCashAndInTheirOrder() {
        Clearing.Result result = Clearing.clear(new long[] {-10, 10}, new long[] {4, 100},
                new int[] {0, 1, 0, 0}, new long[] {3, 50, 2, 8}, 9);
        assertThat(result.paid()).containsExactly(4, 0);
        assertThat(result.taken()).containsExactly(3, 0, 2, 1);
        assertThat(result.drawn()).isZero();
    }

    @Test
    void theFundComesAfterPledges() {
        Clearing.Result result = Clearing.clear(new long[] {-10, 10}, new long[] {4, 100},
                new int[] {0}, new long[] {3}, 9);
        assertThat(result.taken()).containsExactly(3);
        assertThat(result.drawn()).isEqualTo(3);
        assertThat(result.received()).containsExactly(0, 10);
    }

    @Test
    void whatIsStillMissingIsAHaircut() {
        Clearing.Result result = Clearing.clear(new long[] {-10, 5, 4, 1}, new long[] {4, 0, 0, 0},
                new int[] {0}, new long[] {3}, 1);
        // 8 of 10: 4.0, 3.2 and 0.8.
        assertThat(result.drawn()).isEqualTo(1);
        assertThat(result.received()).containsExactly(0, 4, 3, 1);
        assertThat(result.haircuts()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void oneDebtorsMoneyIsNotUsedForAnother() {
        Clearing.Result result = Clearing.clear(new long[] {-6, -4, 10}, new long[] {100, 0, 0},
                new int[] {0}, new long[] {100}, 0);
        assertThat(result.paid()).containsExactly(6, 0, 0);
        assertThat(result.taken()).containsExactly(0);
        assertThat(result.haircuts()).containsExactly(0, 0, 4);
    }

    @Test
    void noMoreIsTakenBackThanItTakes() {
        long[] pending = {40, 60, 70};
        assertThat(Clearing.takenBack(30, 30, pending)).isZero();
        assertThat(Clearing.takenBack(31, 30, pending)).isEqualTo(1);
        assertThat(Clearing.takenBack(70, 30, pending)).isEqualTo(1);
        assertThat(Clearing.takenBack(71, 30, pending)).isEqualTo(2);
        assertThat(Clearing.takenBack(Long.MAX_VALUE, 30, pending)).isEqualTo(3);
        assertThat(Clearing.takenBack(31, 30, NO_PLEDGES)).isZero();
    }

    @Test
    void obligationsSumToZero() {
        assertThatThrownBy(() -> Clearing.clear(new long[] {-5, 4}, new long[] {9, 9},
                NO_PLEDGORS, NO_PLEDGES, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
    }
}
