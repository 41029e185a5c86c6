package org.quittance.proofs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SexpReaderTest {

    @Test
    void readsWordsListsAndComments() {
        assertThat(SexpReader.read("t", "; first\n(a (b \"c d\") ; e\n f)\n|x y| z"))
                .extracting(placed -> placed.line() + " " + placed.sexp())
                .containsExactly("2 (a (b \"c d\") f)", "4 |x y|", "4 z");
    }

    @ParameterizedTest
    @CsvSource({
        "'(a', t:1: this ( is never closed",
        "'a\n)', t:2: there is a ) too many",
        "'(a \"b)', 't:1: this \" is never closed'"})
    void saysWhereParenthesesDoNotMatch(String text, String message) {
        assertThatThrownBy(() -> SexpReader.read("t", text))
                .isInstanceOf(TextException.class).hasMessage(message);
    }

    @Test
    void boundVariablesAreNotFree() {
        Sexp term = SexpReader.read("t", "(and (p a) (forall ((a A)) (q a b)))").get(0).sexp();
        assertThat(Terms.free(term)).containsExactly("and", "p", "a", "q", "b");
        assertThat(Terms.replace(term, Map.of("a", Sexp.atom("c"))).toString())
                .isEqualTo("(and (p c) (forall ((a A)) (q a b)))");
    }
}
