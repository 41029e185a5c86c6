package tlc2.module;

import java.math.BigInteger;
import org.quittance.trace.amount.AmountValue;
import tlc2.output.EC;
import tlc2.tool.EvalControl;
import tlc2.tool.EvalException;
import tlc2.tool.impl.TLARegistry;
import tlc2.value.IBoolValue;
import tlc2.value.Values;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.Value;

/**
 * What the operators of the module ExactAmounts do. TLC finds this class by the name of the module
 * and of this package, and its methods by the names under which it knows the operators. All public
 * methods are operators; annotated ones would be skipped.
 *
 * <p>With numbers of TLC only, an operator is TLC's own, with its error where 32 bits don't do.
 * With an amount, or two, the result is an amount, or true or false, and exact.
 */
public final class ExactAmounts {

    static {
        // As TLC itself does for Integers: a name that is there already has the same meaning.
        TLARegistry.put("Plus", "+");
        TLARegistry.put("Minus", "-");
        TLARegistry.put("Neg", "-.");
        TLARegistry.put("Times", "*");
        TLARegistry.put("Divide", "\\div");
        TLARegistry.put("Mod", "%");
        TLARegistry.put("LT", "<");
        TLARegistry.put("LE", "\\leq");
        TLARegistry.put("GT", ">");
        TLARegistry.put("GEQ", "\\geq");
        TLARegistry.put("DotDot", "..");
    }

    private ExactAmounts() {}

    /** x + y. */
    public static Value Plus(Value x, Value y) {
        return x instanceof IntValue a && y instanceof IntValue b
                ? Integers.Plus(a, b)
                : AmountValue.of(first("+", x).add(second("+", y)));
    }

    /** x - y. */
    public static Value Minus(Value x, Value y) {
        return x instanceof IntValue a && y instanceof IntValue b
                ? Integers.Minus(a, b)
                : AmountValue.of(first("-", x).subtract(second("-", y)));
    }

    /** -x. */
    public static Value Neg(Value x) {
        return x instanceof IntValue a ? Integers.Neg(a) : AmountValue.of(first("-.", x).negate());
    }

    /** x * y. */
    public static Value Times(Value x, Value y) {
        return x instanceof IntValue a && y instanceof IntValue b
                ? Integers.Times(a, b)
                : AmountValue.of(first("*", x).multiply(second("*", y)));
    }

    /** The largest whole number that is at most x / y. */
    public static Value Divide(Value x, Value y) {
        if (x instanceof IntValue a && y instanceof IntValue b) {
            return Integers.Divide(a, b);
        }
        BigInteger divisor = second("\\div", y);
        if (divisor.signum() == 0) {
            throw new EvalException(EC.TLC_MODULE_DIVISION_BY_ZERO);
        }
        BigInteger[] parts = first("\\div", x).divideAndRemainder(divisor);
        boolean isAbove = parts[1].signum() != 0 && parts[1].signum() != divisor.signum();
        return AmountValue.of(isAbove ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** What is left of x by that division; y is above zero. */
    public static Value Mod(Value x, Value y) {
        if (x instanceof IntValue a && y instanceof IntValue b) {
            return Integers.Mod(a, b);
        }
        BigInteger divisor = second("%", y);
        if (divisor.signum() <= 0) {
            throw wrong("second", "%", "positive number", y);
        }
        return AmountValue.of(first("%", x).mod(divisor));
    }

    /** x < y. */
    public static IBoolValue LT(Value x, Value y) {
        return truth(comparison("<", x, y) < 0);
    }

    /** x <= y. */
    public static IBoolValue LE(Value x, Value y) {
        return truth(comparison("<=", x, y) <= 0);
    }

    /** x > y. */
    public static IBoolValue GT(Value x, Value y) {
        return truth(comparison(">", x, y) > 0);
    }

    /** x >= y. */
    public static IBoolValue GEQ(Value x, Value y) {
        return truth(comparison(">=", x, y) >= 0);
    }

    /** The numbers from x to y, which are no amounts. */
    public static Value DotDot(Value x, Value y) {
        if (x instanceof IntValue a && y instanceof IntValue b) {
            return Integers.DotDot(a, b);
        }
        throw wrong(x instanceof IntValue ? "second" : "first", "..", "number of TLC",
                x instanceof IntValue ? y : x);
    }

    /** The sum of f[x] for x in S: an amount. */
    public static Value ExactSum(Value f, Value s) {
        // What all functions have in common has another name in each release of TLC.
        if (!(f.toFcnRcd() instanceof FcnRcdValue function)) {
            throw wrong("first", "ExactSum", "function", f);
        }
        if (!(s.toSetEnum() instanceof SetEnumValue set)) {
            throw wrong("second", "ExactSum", "finite set", s);
        }
        set.normalize();
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < set.elems.size(); k++) {
            Value summand = function.apply(set.elems.elementAt(k), EvalControl.Clear);
            sum = sum.add(number("every value of the first", "ExactSum", summand));
        }
        return AmountValue.of(sum);
    }

    private static int comparison(String operator, Value x, Value y) {
        return x instanceof IntValue a && y instanceof IntValue b
                ? Integer.compare(a.val, b.val)
                : first(operator, x).compareTo(second(operator, y));
    }

    private static BoolValue truth(boolean truth) {
        return truth ? BoolValue.ValTrue : BoolValue.ValFalse;
    }

    private static BigInteger first(String operator, Value value) {
        return number("first", operator, value);
    }

    private static BigInteger second(String operator, Value value) {
        return number("second", operator, value);
    }

    private static BigInteger number(String which, String operator, Value value) {
        if (value instanceof IntValue number) {
            return BigInteger.valueOf(number.val);
        }
        BigInteger number = AmountValue.number(value);
        if (number == null) {
            throw wrong(which, operator, "number or an amount", value);
        }
        return number;
    }

    private static EvalException wrong(
            String which, String operator, String expected, Value found) {
        return new EvalException(
                EC.TLC_MODULE_ARGUMENT_ERROR,
                new String[] {which, operator, expected, Values.ppr(found.toString())});
    }
}
