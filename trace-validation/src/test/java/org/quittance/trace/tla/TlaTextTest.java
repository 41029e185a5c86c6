package org.quittance.trace.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.quittance.trace.specs.Block;
import org.quittance.trace.format.Term;

class TlaTextTest {

    private static final Block BLOCK =
            new Block("f".repeat(64), 3, 2, "e".repeat(64), true);
    private static final UnaryOperator<String> NAMES = digest -> digest.substring(0, 8);

    @Test
    void writesValues() {
        TlaText text = new TlaText(NAMES);

        assertThat(text.write(new Term.SetOf(List.of(new Term.Int(1), new Term.Int(2)))))
                .isEqualTo("{1, 2}");
        assertThat(text.write(new Term.Tuple(List.of(new Term.Bool(true), new Term.Str("x")))))
                .isEqualTo("<<TRUE, \"x\">>");
        assertThat(text.write(BLOCK.term()))
                .isEqualTo("ABlock(\"ffffffff\", 3, 2, \"eeeeeeee\", TRUE)");
    }

    @Test
    void writesAmountsAndFunctions() {
        TlaText text = new TlaText(NAMES);
        Term amount = new Term.Amount(BigInteger.valueOf(-2_000_000_005L));
        TreeMap<Integer, Term> entries = new TreeMap<>();
        assertThat(text.write(new Term.Fun(entries))).isEqualTo("<<>>");
        entries.put(3, amount);
        entries.put(4, new Term.Int(9));
        assertThat(text.write(new Term.Fun(entries)))
                .isEqualTo("From(3, <<<<-1000000000, 2, 5>>, 9>>)");
        entries.put(7, new Term.Int(0));
        assertThat(text.write(new Term.Fun(entries)))
                .isEqualTo("At(<<3, 4, 7>>, <<<<-1000000000, 2, 5>>, 9, 0>>)");
    }

    @Test
    void makersHaveAllFields() {
        TlaText text = new TlaText(NAMES);
        Map<String, Term> certificate = new LinkedHashMap<>();
        certificate.put("kind", new Term.Str("notarize"));
        certificate.put("view", new Term.Int(3));
        certificate.put("block", BLOCK.term());
        text.write(new Term.Rec(certificate));
        text.write(new Term.Rec(Map.of("expiry", new Term.Int(7))));

        assertThat(text.makers())
                .contains("ARecord2(expiry_) ==\n    [expiry |-> expiry_]")
                .contains("ACertificate(kind_, view_, block_) ==")
                .contains("[kind |-> kind_, view |-> view_, block |-> block_]");
    }
}
