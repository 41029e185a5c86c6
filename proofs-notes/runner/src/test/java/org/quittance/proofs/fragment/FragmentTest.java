package org.quittance.proofs.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.proofs.condition.Script;
import org.quittance.proofs.library.Definition;
import org.quittance.proofs.library.Named;
import org.quittance.proofs.library.Symbol;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.SexpReader;
import org.quittance.proofs.text.Terms.Variable;

class FragmentTest {

    private static final List<Symbol> SYMBOLS = List.of(
            new Symbol("r", List.of("A", "B"), "Bool", false),
            new Symbol("s", List.of("A", "A"), "Bool", false),
            new Symbol("f", List.of("A"), "B", false),
            new Symbol("g", List.of("B"), "A", false),
            new Symbol("x", List.of(), "Int", false),
            new Symbol("y", List.of(), "Int", false));
    private static final Definition SOME = new Definition("some",
            List.of(new Variable("a", "A")), parse("(exists ((b B)) (r a b))"));

    private static Sexp parse(String text) {
        return SexpReader.read("test", text).get(0).sexp();
    }

    private static String epr(String... formulas) {
        return problem(Fragment.EPR, "UF", formulas);
    }

    private static String problem(Fragment fragment, String logic, String... formulas) {
        return fragment.problem(new Script(logic, Set.of("A", "B"), SYMBOLS, List.of(SOME),
                List.of(formulas).stream().map(f -> new Named("f", parse(f))).toList()));
    }

    @Test
    void oneDirectionIsFine() {
        assertThat(epr("(forall ((a A)) (exists ((b B)) (r a b)))")).isEmpty();
        assertThat(epr("(exists ((a A)) (forall ((b A)) (s a b)))")).isEmpty();
        assertThat(epr("(forall ((a A)) (= (f a) (f a)))")).isEmpty();
    }

    @Test
    void aCircleIsNot() {
        assertThat(epr("(forall ((a A)) (exists ((b A)) (s a b)))")).contains("A -> A");
        assertThat(epr("(forall ((a A)) (exists ((b B)) (r a b)))",
                "(forall ((b B)) (exists ((a A)) (r a b)))")).contains("A -> B -> A");
        assertThat(epr("(forall ((a A)) (= (f a) (f a)))",
                "(forall ((b B)) (exists ((a A)) (r a b)))")).contains("A -> B -> A");
        assertThat(epr("(forall ((a A)) (= (g (f a)) a))")).contains("A -> B -> A");
    }

    @Test
    void negationAndPremisesTurnQuantifiers() {
        assertThat(epr("(not (exists ((a A)) (forall ((b A)) (s a b))))")).contains("A -> A");
        assertThat(epr("(=> (exists ((a A)) (forall ((b A)) (s a b))) false)"))
                .contains("A -> A");
        assertThat(epr("(= (exists ((a A)) (forall ((b A)) (s a b))) true)"))
                .contains("A -> A");
    }

    @Test
    void dependenceGoesThroughWhatExists() {
        assertThat(epr("(forall ((a A)) (exists ((b B)) (and (r a b) (exists ((d A)) (r d b)))))"))
                .contains("A -> A");
        assertThat(epr("(exists ((b B)) (forall ((a A)) (exists ((c B)) (and (r a c) (= b c)))))"))
                .isEmpty();
    }

    @Test
    void definitionsCount() {
        assertThat(epr("(forall ((a A)) (some a))", "(forall ((b B)) (exists ((a A)) (r a b)))"))
                .contains("A -> B -> A");
    }

    @Test
    void whatIsNotSaidOfAVariableDoesNotDependOnIt() {
        assertThat(epr("(forall ((a A)) (exists ((b A)) (s b b)))")).isEmpty();
    }

    @Test
    void linearArithmeticOnly() {
        assertThat(problem(Fragment.LINEAR, "QF_LIA", "(< (* 3 x) (div y 2))")).isEmpty();
        assertThat(problem(Fragment.LINEAR, "QF_LIA", "(< (* x y) 2)")).contains("(* x y)");
        assertThat(problem(Fragment.LINEAR, "QF_LIA", "(< (div x y) 2)")).contains("(div x y)");
        assertThat(problem(Fragment.LINEAR, "QF_LIA", "(forall ((z Int)) (< x z))"))
                .contains("quantifier");
        assertThat(epr("(< x 2)")).isEmpty();
        assertThat(problem(Fragment.EPR, "QF_LIA", "(< x 2)")).contains("QF_LIA");
    }
}
