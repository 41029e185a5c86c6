package org.quittance.trace.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quittance.trace.Rejection;
import org.quittance.trace.Traces;

/** A rejection counts only where the flaw is, in words that name it. */
class AssessorTest {

    private static TraceText trace;

    @BeforeAll
    static void read() throws IOException {
        trace = TraceText.read(Traces.SAMPLES.resolve("accepted/calm.ndjson"));
    }

    private static Mutant mutant(Operator operator, int event) {
        return Mutants.of(trace, List.of(trace)).stream()
                .filter(m -> m.operator() == operator && m.event() == event)
                .findFirst()
                .orElseThrow();
    }

    private static Rejection rejection(int event, String conjunct, int lines) {
        var rejected = trace.events().get(event - 1);
        int node = TraceText.node(rejected);
        long seq = rejected.get("seq").asLong();
        String action = TraceText.action(rejected);
        List<String> message = new ArrayList<>();
        message.add("calm.ndjson:" + (event + 1) + ": rejected: node " + node + ", seq " + seq
                + ": " + action + "(...)");
        while (message.size() < lines) {
            message.add("more");
        }
        return new Rejection(node, seq, event + 1, event, action, "", "", conjunct, null, null,
                null, List.of(), List.of(), List.of(), message);
    }

    private static Finding assess(Mutant mutant, Judgement judgement, Rule... rules) {
        Trial trial = new Trial(trace, mutant, mutant.ways().get().get(0), judgement);
        return new Assessor(List.of(rules)).assess(trial);
    }

    private static Rule rule(String words, Map<String, String> equal) {
        return new Rule("Simplex", List.of(Operator.MORE), null, List.of("args"), null, "any",
                equal, List.of(words), "a reason");
    }

    @Test
    void atTheEvent() {
        Mutant more = mutant(Operator.MORE, 0);

        Finding byField = assess(more, new Judgement.Rejected(
                rejection(1, "b.view = view[i], and so is block", 5)));
        Finding byEvent = assess(more, new Judgement.Rejected(rejection(1, "FALSE", 5)));

        assertThat(byField.outcome()).isEqualTo(Outcome.AT_THE_EVENT);
        assertThat(byField.named()).isEqualTo(Named.FIELD);
        assertThat(byEvent.named()).isEqualTo(Named.EVENT);
    }

    @Test
    void anExplanationThatIsTooLongNamesNothing() {
        Finding finding = assess(
                mutant(Operator.MORE, 0), new Judgement.Rejected(rejection(1, "view", 21)));

        assertThat(finding.named()).isEqualTo(Named.NOTHING);
    }

    @Test
    void anotherEventIsElsewhereUnlessItIsListed() {
        Mutant more = mutant(Operator.MORE, 0);
        Judgement second = new Judgement.Rejected(rejection(2, "pending[i]", 5));

        assertThat(assess(more, second).outcome()).isEqualTo(Outcome.ELSEWHERE);
        assertThat(assess(more, second, rule("pending", Map.of())).outcome())
                .isEqualTo(Outcome.CONSEQUENCE);
        assertThat(assess(more, second, rule("other words", Map.of())).outcome())
                .isEqualTo(Outcome.ELSEWHERE);
        assertThat(assess(more, second, rule("pending", Map.of("/node", "/node"))).outcome())
                .isEqualTo(Outcome.CONSEQUENCE);
        assertThat(assess(more, second, rule("pending", Map.of("/seq", "/seq"))).outcome())
                .isEqualTo(Outcome.ELSEWHERE);
    }

    @Test
    void whatIsMissingIsNotRejectedItself() {
        Finding finding = assess(
                mutant(Operator.DROP, 0), new Judgement.Rejected(rejection(1, "view", 5)));

        assertThat(finding.outcome()).isEqualTo(Outcome.ELSEWHERE);
    }

    @Test
    void onlyAnotherOrderOrNumberOfEventsCanSayTheSame() {
        Judgement joins = new Judgement.Accepted(true);

        assertThat(assess(mutant(Operator.DUPLICATE, 0), joins).outcome())
                .isEqualTo(Outcome.EQUIVALENT);
        assertThat(assess(mutant(Operator.MORE, 0), joins).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(assess(mutant(Operator.DUPLICATE, 0), new Judgement.Accepted(false)).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }
}
