package org.quittance.trace.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.trace.amount.Arithmetic.amount;
import static org.quittance.trace.amount.Arithmetic.both;
import static org.quittance.trace.amount.Arithmetic.number;
import static org.quittance.trace.amount.Arithmetic.printed;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quittance.trace.Traces;
import org.quittance.trace.format.Term;
import org.quittance.trace.replay.Calculation;

/** The operators of the module Amounts of trace validation, as TLC evaluates them. */
class ExactAmountsTest {

    private static final Calculation EXACT;
    private static final Calculation OF_TLC;

    static {
        try {
            EXACT = Arithmetic.exact();
            OF_TLC = Arithmetic.ofTlc();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number and whether it is given as one of TLC. */
    record Operand(BigInteger value, boolean isOfTlc) {
        Term term() {
            return isOfTlc ? number(value.intValueExact()) : amount(value);
        }
    }

    @Provide
    static Arbitrary<Operand> operands() {
        Arbitrary<BigInteger> bits128 =
                Arbitraries.bigIntegers()
                        .between(BigInteger.TWO.pow(128).negate(), BigInteger.TWO.pow(128));
        Arbitrary<BigInteger> atLimbs =
                Arbitraries.of(9, 18, 27, 36)
                        .flatMap(digits -> Arbitraries.integers().between(-1, 1).map(
                                more -> BigInteger.TEN.pow(digits).add(BigInteger.valueOf(more))))
                        .flatMap(n -> Arbitraries.of(n, n.negate()));
        Arbitrary<BigInteger> longs = Arbitraries.longs().map(BigInteger::valueOf);
        Arbitrary<BigInteger> small = Arbitraries.integers().between(-20, 20).map(
                BigInteger::valueOf);
        Arbitrary<Operand> amounts =
                Arbitraries.oneOf(bits128, atLimbs, longs, small).map(n -> new Operand(n, false));
        Arbitrary<Operand> numbers =
                Arbitraries.oneOf(
                                Arbitraries.integers(),
                                Arbitraries.integers().between(-20, 20))
                        .map(n -> new Operand(BigInteger.valueOf(n), true));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, amounts), net.jqwik.api.Tuple.of(1, numbers));
    }

    @Property(tries = 3000)
    void anAmountMakesTheResultExact(
            @ForAll("operands") Operand x, @ForAll("operands") Operand y) {
        if (x.isOfTlc() && y.isOfTlc()) {
            return;
        }
        BigInteger a = x.value();
        BigInteger b = y.value();
        assertThat(exact("Plus", x, y)).isEqualTo(printed(a.add(b)));
        assertThat(exact("Minus", x, y)).isEqualTo(printed(a.subtract(b)));
        assertThat(exact("Times", x, y)).isEqualTo(printed(a.multiply(b)));
        assertThat(exact("Less", x, y)).isEqualTo(printed(a.compareTo(b) < 0));
        assertThat(exact("AtMost", x, y)).isEqualTo(printed(a.compareTo(b) <= 0));
        assertThat(exact("More", x, y)).isEqualTo(printed(a.compareTo(b) > 0));
        assertThat(exact("AtLeast", x, y)).isEqualTo(printed(a.compareTo(b) >= 0));
        if (b.signum() == 0) {
            assertThat(exact("Div", x, y)).startsWith("error: ").endsWith("is 0.");
        } else {
            assertThat(exact("Div", x, y)).isEqualTo(printed(floor(a, b)));
        }
        if (b.signum() > 0) {
            assertThat(exact("Mod", x, y)).isEqualTo(printed(a.mod(b)));
        } else {
            assertThat(exact("Mod", x, y)).startsWith("error: ");
        }
        if (!x.isOfTlc() && !y.isOfTlc()) {
            assertThat(exact("Same", x, y)).isEqualTo(printed(a.equals(b)));
            assertThat(exact("Upto", x, y)).startsWith("error: ");
            assertThat(exact("Min", x, y)).isEqualTo(printed(a.min(b)));
            assertThat(exact("Max", x, y)).isEqualTo(printed(a.max(b)));
            if (b.signum() > 0) {
                assertThat(exact("FloorDiv", x, y)).isEqualTo(printed(floor(a, b)));
                assertThat(exact("CeilDiv", x, y))
                        .isEqualTo(printed(floor(a.negate(), b).negate()));
            }
        }
    }

    @Property(tries = 3000)
    void numbersOfTlcAreItsOwn(
            @ForAll int x, @ForAll int y, @ForAll("numbers") int p, @ForAll("numbers") int q) {
        for (String operator : List.of(
                "Plus", "Minus", "Times", "Div", "Mod", "Less", "AtMost", "More", "AtLeast",
                "Same")) {
            for (List<Term> operands : List.of(
                    both(number(x), number(y)), both(number(p), number(q)),
                    both(number(x), number(q)))) {
                assertThat(firstLine(EXACT.apply(operator, operands)))
                        .as(operator + operands)
                        .isEqualTo(firstLine(OF_TLC.apply(operator, operands)));
            }
        }
        assertThat(EXACT.apply("Upto", both(number(p), number(q))))
                .isEqualTo(OF_TLC.apply("Upto", both(number(p), number(q))));
        assertThat(EXACT.apply("Neg", List.of(number(p))))
                .isEqualTo(OF_TLC.apply("Neg", List.of(number(p))));
    }

    @Provide
    static Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-12, 12),
                Arbitraries.of(Integer.MAX_VALUE, Integer.MIN_VALUE + 1, 46341, -46341, 65536));
    }

    @Property(tries = 300)
    void sumsAreExact(@ForAll List<Long> values) {
        TreeMap<Integer, Term> entries = new TreeMap<>();
        BigInteger sum = BigInteger.ZERO;
        for (long value : values) {
            entries.put(entries.size() + 1, amount(BigInteger.valueOf(value)));
            sum = sum.add(BigInteger.valueOf(value));
        }
        Term domain = new Term.SetOf(entries.keySet().stream().<Term>map(Term.Int::new).toList());

        assertThat(EXACT.apply("SumOf", both(new Term.Fun(entries), domain)))
                .isEqualTo(printed(sum));
        assertThat(EXACT.apply("SumOfMany", both(new Term.Fun(entries), domain)))
                .isEqualTo(printed(sum.multiply(BigInteger.TWO)));
    }

    @Property(tries = 300)
    void ofOneOperand(@ForAll("operands") Operand x) {
        if (!x.isOfTlc()) {
            List<Term> operand = List.of(x.term());
            assertThat(EXACT.apply("Neg", operand)).isEqualTo(printed(x.value().negate()));
            assertThat(EXACT.apply("Abs", operand)).isEqualTo(printed(x.value().abs()));
            assertThat(EXACT.apply("Positive", operand))
                    .isEqualTo(printed(x.value().max(BigInteger.ZERO)));
        }
    }

    /** Other tuples are not taken for amounts: that would hide mistakes in a spec. */
    @Example
    void whatIsNoAmountIsAnError() {
        for (List<Integer> tuple : List.of(
                List.<Integer>of(), List.of(5), List.of(1, 5), List.of(-Limbs.SIGN),
                List.of(Limbs.SIGN, 0), List.of(Limbs.SIGN, 0, 1), List.of(Limbs.SIGN, 1, -1),
                List.of(Limbs.SIGN, Limbs.SIGN))) {
            Term term = new Term.Tuple(tuple.stream().<Term>map(Term.Int::new).toList());
            for (String operator : List.of("Plus", "Times", "Less", "Mod")) {
                assertThat(EXACT.apply(operator, both(term, amount(BigInteger.ONE))))
                        .contains("number or an amount");
                assertThat(EXACT.apply(operator, both(number(1), term)))
                        .contains("number or an amount");
            }
        }
        assertThat(EXACT.apply("Plus", both(new Term.Str("1"), number(1))))
                .contains("number or an amount");
    }

    /** An amount never equals a number of TLC: TLC refuses to compare them. */
    @Example
    void amountsAreNotComparedWithNumbersOfTlc() {
        assertThat(EXACT.apply("Same", both(amount(BigInteger.ONE), number(1))))
                .startsWith("error: ");
    }

    /** The module of the specs, with other arithmetic. */
    @Example
    void theOtherOperatorsAreThoseOfTheSpecs() throws IOException {
        Path spec = Traces.SPECS.resolve("settlement/Amounts.tla");
        Path trace = Path.of("src/main/tla/Amounts.tla");

        assertThat(Files.readString(trace))
                .isEqualTo(Files.readString(spec)
                        .replace("EXTENDS Integers,", "EXTENDS ExactAmounts,")
                        .replace("\nZero == 0\n", "\nZero == ExactZero\n")
                        .replace(
                                "\nEvaluated(x) == x\n",
                                "\nEvaluated(x) == ExactlyEvaluated(x)\n")
                        .replaceFirst(
                                "(?s)\nSumOf\\(f, S\\) ==\n.*?\n\n",
                                "\nSumOf(f, S) == ExactSum(f, S)\n\n"));
    }

    private static String exact(String operator, Operand x, Operand y) {
        return EXACT.apply(operator, both(x.term(), y.term()));
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger remainder = a.mod(b.abs());
        return b.signum() > 0
                ? a.subtract(remainder).divide(b)
                : a.negate().subtract(a.negate().mod(b.negate())).divide(b.negate());
    }

    private static String printed(boolean truth) {
        return truth ? "TRUE" : "FALSE";
    }

    private static String printed(BigInteger value) {
        return Arithmetic.printed(value);
    }

    /** Overflows are told by their operands; where they are told from differs. */
    private static String firstLine(String text) {
        return text.lines().limit(1).collect(Collectors.joining());
    }
}
