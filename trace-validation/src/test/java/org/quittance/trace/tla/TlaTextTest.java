package org.quittance.trace.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.trace.format.Block;
import org.quittance.trace.format.Message;
import org.quittance.trace.format.Term;

class TlaTextTest {

    private static final Block BLOCK =
            new Block("f".repeat(64), 3, 2, "e".repeat(64), true);
    private static final Map<String, String> NAMES =
            Map.of("f".repeat(64), "ffffffff", "e".repeat(64), "eeeeeeee");

    @Test
    void writesValues() {
        TlaText text = new TlaText(NAMES, Map.of());

        assertThat(text.write(new Term.SetOf(List.of(new Term.Int(1), new Term.Int(2)))))
                .isEqualTo("{1, 2}");
        assertThat(text.write(new Term.Tuple(List.of(new Term.Bool(true), new Term.Str("x")))))
                .isEqualTo("<<TRUE, \"x\">>");
        assertThat(text.write(BLOCK.term()))
                .isEqualTo("ABlock(\"ffffffff\", 3, 2, \"eeeeeeee\", TRUE)");
    }

    @Test
    void writesBlocksByName() {
        TlaText text = new TlaText(NAMES, Map.of(BLOCK.term(), "B_ffffffff"));

        assertThat(text.write(new Message("notarize", 1, 3, BLOCK).term()))
                .isEqualTo("AMessage(\"notarize\", 1, 3, B_ffffffff)");
        assertThat(text.writeOut(BLOCK.term())).startsWith("ABlock(");
    }

    @Test
    void makersHaveAllFields() {
        assertThat(TlaText.makers())
                .contains("ACertificate(kind_, view_, block_) ==")
                .contains("[kind |-> kind_, view |-> view_, block |-> block_]");
    }
}
