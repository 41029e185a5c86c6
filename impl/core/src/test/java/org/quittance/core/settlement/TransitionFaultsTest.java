package org.quittance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quittance.core.settlement.TransitionRunner.Difference;
import org.quittance.core.transitions.Transitions;

/**
 * A program that does anything else than the spec is found out. Each of these is the program with
 * another constant than the model's, which makes it take a step too many or too few, come to
 * another state, or give another reason; or a corpus in which one line is wrong.
 */
class TransitionFaultsTest {

    /** The differences of a program whose constant is another. */
    private static List<Difference> with(String model, String constant, long value) {
        Transitions corpus = Transitions.of(model);
        return TransitionRunner.differences(corpus, (genesis, ledger, sink) -> {
            SortedMap<String, Long> parameters = genesis.parameters().byName();
            assertThat(parameters.put(constant, value)).isNotNull().isNotEqualTo(value);
            Genesis other = new Genesis(Parameters.of(parameters), genesis.accounts(),
                    genesis.validators(), genesis.custodians(), genesis.governors());
            return TransitionRunner.real(other, ledger, sink);
        });
    }

    private static List<String> actions(List<Difference> differences) {
        return differences.stream()
                .map(difference -> difference.transition().name().action())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aGuardThatIsMissingIsFound() {
        List<Difference> found = with("Book", "MaxOrders", 99);
        assertThat(actions(found)).containsExactly("Place");
        assertThat(found).allMatch(difference ->
                difference.transition().name().verdict().equals("TOO_MANY"));
    }

    @Test
    void aStepToAnotherStateIsFound() {
        List<Difference> found = with("Slashing", "SlashRate", 9_999);
        assertThat(actions(found)).containsExactly("Slash");
        assertThat(found).allMatch(difference -> difference.what().startsWith("the program has"));
    }

    @Test
    void aCommandThatIsRefusedForNothingIsFound() {
        List<Difference> refused = with("Treasury", "WithdrawalDelay", 9);
        assertThat(actions(refused)).containsExactly("ExecuteWithdrawal");
        assertThat(refused).anyMatch(difference ->
                difference.transition().name().verdict().equals("ACCEPTED"));
    }

    @Test
    void anotherReasonIsFound() {
        Transitions corpus = Transitions.of("Refusals");
        List<Difference> found = TransitionRunner.differences(corpus, (genesis, ledger, sink) -> {
            TransitionRunner.Machine real = TransitionRunner.real(genesis, ledger, sink);
            return new Lying(real, outcome -> outcome.rejection()
                    .filter(reason -> reason == Rejection.WOULD_CROSS)
                    .map(reason -> Outcome.refused(Rejection.SELF_TRADE))
                    .orElse(outcome));
        });
        assertThat(found).isNotEmpty().allMatch(difference ->
                difference.transition().name().verdict().equals("WOULD_CROSS"));
    }

    /** Nothing was done, but the program says that it was. */
    @Test
    void aQuittanceThatIsNoNewsIsFound() {
        Transitions corpus = Transitions.of("Treasury");
        List<Difference> found = TransitionRunner.differences(corpus, (genesis, ledger, sink) ->
                new Lying(TransitionRunner.real(genesis, ledger, sink), UnaryOperator.identity()) {
                    @Override
                    public boolean quit(long at) {
                        super.quit(at);
                        return true;
                    }
                });
        assertThat(found).isNotEmpty()
                .allMatch(difference -> difference.transition().name().isForbidden());
    }

    @Test
    void whatABlockDoesOtherwiseAtItsEndIsFound() {
        assertThat(actions(with("Liquidation", "TakeoverBlocks", 2)))
                .containsExactly("EndExpiry", "Takeover");
        assertThat(with("Oracle", "OutlierMove", 0)).isNotEmpty();
        assertThat(with("Expiry", "SettlementRounds", 1)).isNotEmpty();
        assertThat(with("Crash", "MaxAge", 2)).isNotEmpty();
    }

    /** Each of these lines in turn says something that is not so. */
    @Test
    void aLineThatIsWrongIsFound() {
        List<String> lines = Transitions.lines("Slashing");
        List<Integer> steps = new ArrayList<>();
        Pattern step = Pattern.compile("\\d+ \\d+");
        for (int k = 0; k < lines.size(); k++) {
            if (step.matcher(lines.get(k)).matches()) {
                steps.add(k);
            }
        }
        for (int place = 0; place < steps.size(); place += steps.size() / 20) {
            List<String> wrong = new ArrayList<>(lines);
            String line = lines.get(steps.get(place));
            String from = wrong.subList(0, steps.get(place)).stream()
                    .filter(earlier -> earlier.startsWith("from "))
                    .reduce("", (first, second) -> second).substring("from ".length());
            String name = line.substring(0, line.indexOf(' '));
            String to = line.substring(line.indexOf(' ') + 1);
            wrong.set(steps.get(place), name + " " + (to.equals("0") ? "1" : "0"));
            Transitions corpus = Transitions.read(wrong);
            List<Difference> found =
                    TransitionRunner.differences(corpus, TransitionRunner::real);
            assertThat(found.isEmpty() && corpus.missed().isEmpty())
                    .as("%s from %s leads to another state", line, from)
                    .isFalse();
        }
    }

    /** Says something else than it does. */
    private static class Lying implements TransitionRunner.Machine {

        private final TransitionRunner.Machine real;
        private final UnaryOperator<Outcome> lie;

        Lying(TransitionRunner.Machine real, UnaryOperator<Outcome> lie) {
            this.real = real;
            this.lie = lie;
        }

        @Override
        public boolean quit(long at) {
            return real.quit(at);
        }

        @Override
        public Outcome execute(Command command, Signers signers) {
            return lie.apply(real.execute(command, signers));
        }

        @Override
        public void endBlock() {
            real.endBlock();
        }
    }
}
