package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {

    @Property
    void dividesTheWholeProduct(
            @ForAll @LongRange(min = 0) long a,
            @ForAll @LongRange(min = 0) long b,
            @ForAll @LongRange(min = 1) long c) {
        BigInteger[] exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b))
                .divideAndRemainder(BigInteger.valueOf(c));

        assertThat(Exact.mulMod(a, b, c)).isEqualTo(exact[1].longValueExact());
        if (exact[0].bitLength() < 63) {
            assertThat(Exact.floorMulDiv(a, b, c)).isEqualTo(exact[0].longValueExact());
            assertThat(Exact.ceilMulDiv(a, b, c))
                    .isEqualTo(exact[0].longValueExact() + exact[1].signum());
        } else if (exact[0].bitLength() > 63) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> Exact.floorMulDiv(a, b, c));
        }
    }

    /** Products of 2^62, 2^63 and 2^64, which a long has, has as a negative number, and hasn't. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 5, 1L << 32, (1L << 32) + 7})
    void dividesProductsAboutTheGreatestLong(long b) {
        long a = 1L << 62;
        long c = (1L << 33) + 1;
        BigInteger[] exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b))
                .divideAndRemainder(BigInteger.valueOf(c));

        assertThat(Exact.floorMulDiv(a, b, c)).isEqualTo(exact[0].longValueExact());
        assertThat(Exact.mulMod(a, b, c)).isEqualTo(exact[1].longValueExact());
    }

    @Example
    void roundsPaymentsDownAndChargesUp() {
        assertThat(Exact.floorMulDiv(7, 3333, 10_000)).isEqualTo(2);
        assertThat(Exact.ceilMulDiv(7, 3333, 10_000)).isEqualTo(3);
        assertThat(Exact.ceilMulDiv(0, 3333, 10_000)).isZero();
        assertThat(Exact.ceilMulDiv(1L << 60, 10_000, 10_000)).isEqualTo(1L << 60);
        assertThat(Exact.floorMulDiv((1L << 60) - 1, (1L << 60) - 1, 1L << 60))
                .isEqualTo((1L << 60) - 2);
    }
}
