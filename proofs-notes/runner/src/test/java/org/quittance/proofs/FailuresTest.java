package org.quittance.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.proofs.mutant.NotNeeded;
import org.quittance.proofs.run.Report;
import org.quittance.proofs.run.Session;
import org.quittance.proofs.run.Session.Mutants;
import org.quittance.proofs.text.TextException;

/** Every way for a proof to fail, one at a time: the tiny proof holds, and broken it does not. */
class FailuresTest {

    @Test
    void nothingIsWrongWithTheTinyProof() {
        assertThat(Tiny.run(Tiny.TEXT, Mutants.ALL, Tiny.LIST).failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, unsat, parrot has no answer: unknown",
        "time-out, unsat, parrot has no answer: time-out",
        "unsat, unknown, other has no answer: unknown",
        "unsat, sat, 'the solvers disagree: [parrot, other] say [unsat, sat]'",
        "sat, sat, the answer is sat and should be unsat",
        "unsat, unsat, 'its hypotheses: the answer is unsat and should be sat'"})
    void answersThatAreNotTheRightOnes(String one, String two, String problem) {
        Report report = new Session(
                List.of(Tiny.parrot("parrot", one), Tiny.parrot("other", two)), 1)
                .run(Tiny.proof(Tiny.TEXT), Mutants.NONE, Tiny.LIST);
        assertThat(report.failures())
                .hasSize(3).first().isEqualTo("tiny/(start)/OnlyGoodVote: " + problem);
    }

    @Test
    void anInvariantThatIsNotKeptHasACounterexample() {
        Report report = Tiny.run(
                Tiny.TEXT.replace("(guard good (good i))", ""), Mutants.NONE, Tiny.LIST);
        assertThat(report.failures()).containsExactly(
                "tiny/Vote/OnlyGoodVote: the answer is sat and should be unsat");
        assertThat(report.counterexamples())
                .first().isEqualTo("counterexample to tiny/Vote/OnlyGoodVote:");
        assertThat(report.counterexamples())
                .anyMatch(line -> line.matches("  i = Node#\\d"))
                .anyMatch(line -> line.matches("  voted.next: .*\\(Node#\\d\\).*"))
                .noneMatch(line -> line.contains("guard") || line.contains("table"));
    }

    @Test
    void hypothesesThatCannotBe() {
        assertThat(Tiny.failures(Tiny.TEXT
                .replace("(axioms)", "(axioms Nonsense)")
                + "(axiom Nonsense (forall ((n Node)) (not (= n n))))"))
                .hasSize(3).allMatch(line -> line.endsWith(
                        "its hypotheses: the answer is unsat and should be sat"));
    }

    @Test
    void aGoalThatNeverAppliesProvesNothing() {
        assertThat(Tiny.failures(Tiny.TEXT.replace("(axioms)", "(axioms NobodyVotes)")
                + "(axiom NobodyVotes (forall ((n Node)) (good n)))"))
                .containsExactly("tiny/(follows)/NoBadVote: its hypotheses: the answer is unsat "
                        + "and should be sat");
    }

    @Test
    void aConditionOutsideTheFragment() {
        assertThat(Tiny.failures(Tiny.TEXT.replace("(axioms)", "(axioms Successor)")
                + "(fixed next (Node Node))"
                + "(axiom Successor (forall ((n Node)) (exists ((m Node)) (next n m))))"))
                .hasSize(3).first().asString().endsWith(
                        "it is outside the fragment epr: existence goes round in a circle: "
                                + "Node -> Node");
    }

    @Test
    void anActionWithoutConditions() {
        assertThat(Tiny.failures(Tiny.TEXT.replace("(stutters Count)", "(stutters)")))
                .containsExactly(
                        "layer tiny, action Count: is missing from the list of actions");
        assertThat(Tiny.failures(
                Tiny.TEXT.replace("(actions Vote)", "(actions)")
                        .replace("(stutters Count)", "(stutters Count Vote)")))
                .contains("layer tiny, action Vote: changes what the layer sees, and is listed "
                        + "as stuttering");
        assertThat(Tiny.failures(
                Tiny.TEXT.replace("(actions Vote)", "(actions Vote Count)")
                        .replace("(stutters Count)", "(stutters)")))
                .containsExactly("layer tiny, action Count: changes nothing that the layer sees, "
                        + "and is not listed as stuttering");
    }

    @Test
    void whatIsNotNeededIsListedAndNothingElseIs() {
        assertThat(Tiny.run(Tiny.TEXT, Mutants.ALL, new NotNeeded(Map.of())).failures())
                .containsExactlyInAnyOrder(
                        "mutant guard Vote.once is alive: the proof holds without it",
                        "mutant guard Count.voted is alive: the proof holds without it");
        assertThat(Tiny.run(Tiny.TEXT, Mutants.EVERYDAY, new NotNeeded(Map.of(
                "guard Vote.once", "r", "guard Count.voted", "r", "guard Vote.good", "r",
                "guard Vote.gone", "r"))).failures())
                .containsExactlyInAnyOrder(
                        "not-needed.tsv lists guard Vote.good, which is needed: "
                                + "[tiny/Vote/OnlyGoodVote, tiny/Vote/OnlyGoodVote]",
                        "not-needed.tsv lists guard Vote.gone, which there is not");
    }

    @Test
    void anAxiomThatIsNotNeeded() {
        assertThat(Tiny.run(Tiny.TEXT.replace("(axioms)", "(axioms SomebodyIsGood)"),
                Mutants.EVERYDAY, Tiny.LIST).failures()).containsExactly(
                        "mutant axiom tiny.SomebodyIsGood is alive: the proof holds without it");
    }

    @Test
    void aLayerThatAssumesWhatNobodyShows() {
        assertThatThrownBy(() -> Tiny.proof(Tiny.TEXT
                .replace("(assumes)", "(assumes NoBadVote)")))
                .isInstanceOf(TextException.class).hasMessage("01-tiny.smt: layer tiny assumes "
                        + "what no earlier layer shows: NoBadVote");
    }

    @Test
    void aLayerThatDoesNotSeeWhatItShows() {
        assertThatThrownBy(() -> Tiny.proof(Tiny.TEXT.replace("(sees voted)", "(sees counted)")))
                .isInstanceOf(TextException.class)
                .hasMessageContaining("does not see all of OnlyGoodVote");
    }
}
