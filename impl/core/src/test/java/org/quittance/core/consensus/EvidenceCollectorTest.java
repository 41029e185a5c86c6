package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.EvidencePair;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

class EvidenceCollectorTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final int culprit = four.others(1, scene.self, four.leader(1))[0];
    private final Block a = scene.a;
    private final Block other = Block.on(four.genesis, Four.view(1), Four.payload("other"));

    /** All that a validator could say in view 1 of two blocks, some of it, in any order. */
    @Provide
    Arbitrary<List<Statement>> statements() {
        return Arbitraries.shuffle(List.of(
                Statement.notarize(a), Statement.notarize(other), Statement.nullify(Four.view(1)),
                Statement.finalization(a), Statement.finalization(other)))
                .flatMap(all -> Arbitraries.integers().between(0, 5)
                        .map(size -> all.subList(0, size)));
    }

    @Property
    void findsEveryPairOnceInAnyOrder(@ForAll("statements") List<Statement> statements) {
        SortedSet<EvidencePair> expected = new TreeSet<>();
        for (Statement first : statements) {
            for (Statement second : statements) {
                EvidencePair.of(signed(first), signed(second)).ifPresent(expected::add);
            }
        }
        List<EvidencePair> found = new ArrayList<>();
        State state = scene.fresh();
        for (Statement statement : statements) {
            for (int times = 0; times < 2; times++) {
                Step step = Simplex.step(
                        state, four.received(culprit, four.vote(culprit, statement)));
                guilty(step).forEach(evidence -> found.add(evidence.pair()));
                state = step.state();
            }
        }
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void isWrittenAndTold() {
        State state = four.after(scene.fresh(), four.vote(culprit, Statement.notarize(a)));
        Step step = Simplex.step(state,
                four.received(culprit, four.vote(culprit, Statement.notarize(other))));
        Evidence evidence = guilty(step).get(0);
        assertThat(evidence.culprit()).isEqualTo(Four.id(culprit));
        assertThat(Scene.only(Effect.Persist.class, step.effects()))
                .extracting(Effect.Persist::record)
                .contains(new LogRecord.Convicted(evidence));
    }

    @Test
    void votesInCertificatesCountToo() {
        State state = four.after(scene.fresh(), four.vote(culprit, Statement.nullify(a.view())));
        Certificate finalization = four.certificate(
                Statement.finalization(a), four.others(3, scene.self));
        assertThat(guilty(Simplex.step(state, four.received(0, finalization))))
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.pair())
                        .isEqualTo(EvidencePair.NULLIFY_AND_FINALIZE));
    }

    @Test
    void aThirdVoteInACertificateIsStillReceived() {
        State state = scene.fresh();
        for (String payload : List.of("one", "two")) {
            Block block = Block.on(four.genesis, Four.view(1), Four.payload(payload));
            state = four.after(state, four.vote(culprit, Statement.notarize(block)));
        }
        Certificate third = four.certificate(
                Statement.notarize(a), four.others(3, scene.self));
        Step step = Simplex.step(state, four.received(0, third));
        assertThat(Scene.only(Event.Receive.class, step.events()))
                .extracting(event -> event.message().signer().index()).contains(culprit);
        assertThat(Scene.names(step)).contains("HoldCertificate");
    }

    @Test
    void aThirdVoteIsReceivedOnceHoweverOftenItComes() {
        State state = scene.fresh();
        for (String payload : List.of("one", "two")) {
            Block block = Block.on(four.genesis, Four.view(1), Four.payload(payload));
            state = four.after(state, four.vote(culprit, Statement.notarize(block)));
        }
        Statement statement = Statement.notarize(a);
        Certificate third = four.certificate(statement, four.others(3, scene.self));
        Certificate withOwn = four.certificate(statement, sorted(
                scene.self, culprit, four.others(1, scene.self, culprit)[0]));
        Step step = Simplex.step(state, four.received(
                0, new CertificateResponse(List.of(third, third, withOwn))));
        assertThat(Scene.only(Event.Receive.class, step.events())).hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(Scene.only(Event.HoldCertificate.class, step.events())).hasSize(1);
        for (Message again : List.of(third, withOwn, four.vote(culprit, statement))) {
            assertThat(Simplex.step(step.state(), four.received(0, again)).events()).isEmpty();
        }
    }

    private static int[] sorted(int... signers) {
        return Arrays.stream(signers).sorted().toArray();
    }

    private Signed signed(Statement statement) {
        return four.signed(culprit, statement);
    }

    private static List<Evidence> guilty(Step step) {
        return Scene.only(Effect.Tell.class, step.effects()).stream()
                .map(Effect.Tell::report)
                .filter(Report.Guilty.class::isInstance)
                .map(report -> ((Report.Guilty) report).evidence())
                .toList();
    }
}
