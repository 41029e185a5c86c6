package org.quittance.proofs.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.proofs.Tiny;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.run.Proof;
import org.quittance.proofs.solver.Answer;
import org.quittance.proofs.solver.Solver;
import org.quittance.proofs.text.SexpReader;
import org.quittance.proofs.text.Terms.Variable;

class ScriptTest {

    @Test
    void expansionCapturesNothing() {
        Definition related = new Definition("related", List.of(new Variable("a", "A")),
                SexpReader.read("d", "(exists ((b A)) (s a b))").get(0).sexp());
        Script script = new Script("UF", Set.of("A"), List.of(), List.of(related),
                List.of(new Named("f", SexpReader.read("f", "(forall ((b A)) (related b))")
                        .get(0).sexp())));
        assertThat(script.expanded().get(0).toString())
                .matches("\\(forall \\(\\((b\\?\\d+) A\\)\\) "
                        + "\\(exists \\(\\((?!\\1 )(b\\?\\d+) A\\)\\) \\(s \\1 \\2\\)\\)\\)");
    }

    /** One condition of each layer as a file of its own, read again by both solvers. */
    @Test
    void dumpedConditionsStandAlone() throws IOException {
        Map<String, Condition> one = new LinkedHashMap<>();
        for (Condition condition : Proof.read(Tiny.FOLDER).conditions()) {
            one.putIfAbsent(condition.layer() + condition.expected(), condition);
        }
        assertThat(one).hasSizeGreaterThan(15);
        for (Condition condition : one.values()) {
            assertThat(condition.text())
                    .startsWith("; " + condition.name() + ": expected " + condition.expected())
                    .contains("(set-logic ", "(set-info :status " + condition.expected() + ")")
                    .endsWith("(check-sat)\n");
            for (Solver solver : Tiny.solvers()) {
                Answer answer = solver.check(condition.text(), 20_000);
                assertThat(answer.word()).as(condition.name()).isEqualTo(condition.expected());
            }
        }
    }
}
