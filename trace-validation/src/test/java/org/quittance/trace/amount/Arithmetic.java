package org.quittance.trace.amount;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.trace.Traces;
import org.quittance.trace.specs.SettlementFormat;
import org.quittance.trace.format.Term;
import org.quittance.trace.replay.Calculation;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/** Arithmetic of a module as TLC evaluates it. */
final class Arithmetic {

    static final String CALCULATOR = "org.quittance.trace.replay.tlc.Calculator";
    static final String MODULE = "Arithmetic";

    /** The operators under names, as they are written in specs. */
    private static final String OPERATORS =
            """
            VARIABLE v
            Init == v = 0
            Next == v' = v
            Plus(x, y) == x + y
            Minus(x, y) == x - y
            Times(x, y) == x * y
            Div(x, y) == x \\div y
            Mod(x, y) == x % y
            Less(x, y) == x < y
            AtMost(x, y) == x <= y
            More(x, y) == x > y
            AtLeast(x, y) == x >= y
            Same(x, y) == x = y
            Upto(x, y) == x .. y
            Neg(x) == -x
            """;

    private Arithmetic() {}

    /** With amounts. */
    static Calculation exact() throws IOException {
        return load("EXTENDS Amounts\nSumOfMany(f, S) =="
                + " SumOf([x \\in S |-> 2 * f[x]], {x \\in S \\union S: x = x})");
    }

    /** With TLC's own numbers only. */
    static Calculation ofTlc() throws IOException {
        return load("EXTENDS Integers");
    }

    private static Calculation load(String extended) throws IOException {
        try (Workspace workspace = workspace(extended)) {
            Calculation calculation = Tlc.load(Calculation.class, CALCULATOR);
            calculation.open(workspace.folder(), MODULE);
            return calculation;
        }
    }

    static Workspace workspace(String extended) throws IOException {
        Workspace workspace = Workspace.make(
                Workspace.folders(Traces.SPECS), SettlementFormat.SPEC.modules());
        workspace.write(
                MODULE + ".tla",
                "---- MODULE " + MODULE + " ----\n" + extended + "\n" + OPERATORS + "====\n");
        workspace.write(MODULE + ".cfg", "INIT Init\nNEXT Next\n");
        Tlc.writeStandardModules(workspace.folder());
        return workspace;
    }

    static Term number(int value) {
        return new Term.Int(value);
    }

    static Term amount(BigInteger value) {
        return new Term.Amount(value);
    }

    /** What TLC prints for an amount. */
    static String printed(BigInteger value) {
        return Limbs.of(value).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "<<", ">>"));
    }

    static List<Term> both(Term one, Term other) {
        return List.of(one, other);
    }
}
