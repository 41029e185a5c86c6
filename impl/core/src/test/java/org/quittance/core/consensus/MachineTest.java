package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;

/**
 * One correct validator among three that sign whatever they like, with timers, acknowledgements and
 * crashes at any time: whatever happens, it keeps its own rules.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 400)
class MachineTest {

    private static final int VIEWS = 6;

    private final Four four = new Four();
    private final List<Block> blocks = blocks();

    /** What happens next; the numbers choose what about. */
    record Happening(String what, int a, int b, int c) {}

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
        return Combinators.combine(
                Arbitraries.frequency(
                        Tuple.of(8, "vote"), Tuple.of(4, "certificate"), Tuple.of(6, "proposal"),
                        Tuple.of(6, "acknowledge"), Tuple.of(2, "timer"), Tuple.of(2, "payload"),
                        Tuple.of(4, "body"), Tuple.of(1, "crash"), Tuple.of(1, "ask")),
                any, any, any).as(Happening::new).list().ofMinSize(80).ofMaxSize(200);
    }

    /** Two blocks on each block of an earlier view, in a few views. */
    private List<Block> blocks() {
        List<Block> all = new ArrayList<>(List.of(four.genesis));
        for (long view = 1; view <= VIEWS; view++) {
            List<Block> parents = List.copyOf(all.subList(Math.max(0, all.size() - 5), all.size()));
            for (Block parent : parents) {
                for (String payload : List.of("x", "y")) {
                    if (parent.view().number() < view) {
                        all.add(Block.on(parent, Four.view(view), Four.payload(payload)));
                    }
                }
            }
        }
        return all;
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void keepsItsRules(@ForAll("histories") List<Happening> history,
            @ForAll @IntRange(max = 3) int self)
            throws InconsistentLogException {
        Run run = new Run(self);
        run.take(Simplex.start(four.config(self)));
        for (Happening happening : history) {
            run.happens(happening);
        }
        Statistics.coverage(coverage -> {
            for (String action : List.of("HoldCertificate", "EnterView", "Propose", "Notarize",
                    "Nullify", "Finalize", "Persist", "Commit", "Restart")) {
                coverage.check(action).count(count -> count >= 40);
            }
        });
    }

    /** The validator with its log, of which the tail may not be durable yet. */
    private final class Run {

        private final int self;
        private final List<LogRecord> log = new ArrayList<>();
        private final List<Signed> sent = new ArrayList<>();
        private int durable;
        private State state = State.initial(four.config(0));

        Run(int self) {
            this.self = self;
        }

        void happens(Happening h) throws InconsistentLogException {
            switch (h.what) {
                case "crash" -> {
                    log.subList(durable, log.size()).clear();
                    take(Simplex.restart(four.config(self), List.copyOf(log)));
                }
                case "acknowledge" -> {
                    durable = Math.max(durable, Math.min(log.size(), durable + h.a % 4));
                    take(Simplex.step(state, new Input.Persisted(durable - 1L)));
                }
                case "timer" -> take(Simplex.step(state, new Input.TimerFired(
                        Timer.values()[h.a % 3], state.view())));
                case "payload" -> take(Simplex.step(state, new Input.PayloadReady(
                        state.view(), state.round().requested(), Four.payload("x"))));
                default -> take(Simplex.step(state, four.received(h.a % 4, message(h))));
            }
        }

        private Message message(Happening h) {
            Block block = block(h);
            return switch (h.what) {
                case "vote" -> four.vote(h.a % 4, statement(h, block));
                case "certificate" ->
                        four.certificate(statement(h, block), four.others(3, h.c % 5));
                case "proposal" -> new Proposal(
                        four.signed(four.leader(block.view().number()), Statement.propose(block)),
                        payload(block));
                case "body" -> {
                    Block wanted = blocks.stream()
                            .filter(any -> any.digest().equals(Ancestry.missing(state)))
                            .findFirst().orElse(block);
                    yield new BlockResponse(List.of(new Body(wanted, payload(wanted))));
                }
                default -> h.b % 2 == 0
                        ? new BlockRequest(block.digest(), 1)
                        : new CertificateRequest(Four.view(0), block.view());
            };
        }

        /** Most often of the current view, so that something comes of it. */
        private Block block(Happening h) {
            List<Block> current = blocks.stream()
                    .filter(block -> block.view().equals(state.view())).toList();
            return h.b % 5 == 0 || current.isEmpty()
                    ? blocks.get(1 + h.b % (blocks.size() - 1))
                    : current.get(h.b % Math.min(3, current.size()));
        }

        private Statement statement(Happening h, Block block) {
            return switch (h.c % 3) {
                case 0 -> Statement.notarize(block);
                case 1 -> Statement.finalization(block);
                default -> Statement.nullify(block.view());
            };
        }

        private Payload payload(Block block) {
            Payload x = Four.payload("x");
            return block.payload().equals(x.digest()) ? x : Four.payload("y");
        }

        void take(Step step) {
            boolean restarted = !step.events().isEmpty()
                    && step.events().get(0) instanceof Event.Restart;
            if (!restarted && state.config().self().index() == self) {
                assertThat(step.state().view()).isGreaterThanOrEqualTo(state.view());
                assertThat(step.state().height()).isGreaterThanOrEqualTo(state.height());
            }
            state = step.state();
            Scene.names(step).forEach(Statistics::collect);
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Persist persist) {
                    assertThat(persist.index()).isEqualTo(log.size());
                    log.add(persist.record());
                } else if (effect instanceof Effect.Send(SignedMessage message)) {
                    assertDurable(message);
                    remember(message.signed());
                }
            }
            assertThat(state.learned()).isEmpty();
            assertThat(state.committed().view()).isLessThan(state.view());
            assertThat(state.size()).isLessThan(4 * 5 * (VIEWS + 2) + 200);
        }

        private void assertDurable(SignedMessage message) {
            assertThat(log.subList(0, durable)).contains(new LogRecord.Own(message));
        }

        /** Nobody could ever convict it, and it makes no two proposals. */
        private void remember(Signed signed) {
            assertThat(signed.signer()).isEqualTo(Four.id(self));
            for (Signed before : sent) {
                assertThat(Evidence.of(before, signed)).isEmpty();
                assertThat(before.kind() == Kind.PROPOSE && signed.kind() == Kind.PROPOSE
                        && before.view().equals(signed.view())
                        && !before.block().equals(signed.block())).isFalse();
            }
            sent.add(signed);
        }
    }

    @Property
    void certificatesHeldAreNeverHeldAgain(@ForAll("histories") List<Happening> history) {
        Run run = new Run(0);
        List<Statement> held = new ArrayList<>();
        Step step = Simplex.start(four.config(0));
        for (Happening happening : history) {
            if (happening.what.equals("vote") || happening.what.equals("certificate")) {
                step = Simplex.step(step.state(),
                        four.received(happening.a % 4, run.message(happening)));
                for (Event.HoldCertificate event
                        : Scene.only(Event.HoldCertificate.class, step.events())) {
                    Certificate certificate = event.certificate();
                    assertThat(held).doesNotContain(certificate.statement());
                    assertThat(event.certificates()).contains(certificate);
                    held.add(certificate.statement());
                }
            }
        }
    }
}
