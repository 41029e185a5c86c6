package org.quittance.core.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.quittance.core.base.Height;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.transitions.Tla;

/**
 * A state of the spec as one validator sees it, and as a state of the program.
 *
 * <p>The program forgets what is below the view of the last block that it committed: certificates,
 * and own messages, of which after a restart those of that very view too.
 */
final class SeenState {

    private static final Comparator<Statement> ORDER = Comparator.comparing(Statement::view)
            .thenComparing(Statement::kind)
            .thenComparing(statement -> statement.block().digest());

    private final SpecSimplex spec;
    private final SortedMap<String, Object> values;

    SeenState(SpecSimplex spec, SortedMap<String, Object> values) {
        this.spec = spec;
        this.values = values;
    }

    /** The variables of one validator, but for what is forgotten. */
    record Known(
            View view,
            List<Statement> certificates,
            List<Statement> pending,
            List<Statement> durable,
            Block committed) {

        /** What the program knows. */
        static Known of(State state, boolean afterRestart) {
            return of(state.view(), state.heldCertificates().stream().map(Certificate::statement),
                    state.pending().stream().map(Signed::statement).toList(),
                    state.durable().stream().map(Signed::statement), state.committed(),
                    afterRestart);
        }

        static Known of(
                View view,
                Stream<Statement> certificates,
                List<Statement> pending,
                Stream<Statement> durable,
                Block committed,
                boolean afterRestart) {
            long floor = committed.view().number();
            boolean forgets = afterRestart && floor > 0;
            return new Known(view,
                    certificates.filter(c -> c.view().number() >= floor).sorted(ORDER).toList(),
                    pending,
                    durable.filter(m -> m.view().number() >= floor + (forgets ? 1 : 0))
                            .sorted(ORDER).toList(),
                    committed);
        }
    }

    private Object value(String variable) {
        Object value = values.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("the spec has no " + variable);
        }
        return value;
    }

    boolean isUp() {
        return (Boolean) value("up");
    }

    int self() {
        return spec.index(value("self"));
    }

    View view() {
        return new View(Tla.number(value("view")));
    }

    Block committed() {
        return spec.block(value("committed"));
    }

    List<Object> proposals() {
        return new ArrayList<>(Tla.list(value("proposals")));
    }

    /** The spec's variables. */
    Known known(boolean afterRestart) {
        return Known.of(view(), statements("certificates"), statements("pending").toList(),
                statements("durable"), committed(), afterRestart);
    }

    private Stream<Statement> statements(String variable) {
        return Tla.list(value(variable)).stream().map(spec::statement);
    }

    private boolean isRemembered(View view, boolean afterRestart) {
        long floor = committed().view().number();
        return afterRestart && floor > 0 ? view.number() > floor : view.number() >= floor;
    }

    /**
     * The program's state.
     *
     * @param proposals that it has received, in that order
     */
    State state(List<Object> proposals, boolean afterRestart) {
        Config config = spec.config(self());
        CertificateStore store = CertificateStore.ofGenesis(config.genesis());
        for (Object held : Tla.list(value("certificates"))) {
            Certificate certificate = spec.certificate(held);
            store = store.holds(certificate.statement()) ? store : store.with(certificate);
        }
        OwnMessages own = OwnMessages.none();
        for (SignedMessage message : messages("durable")) {
            own = isRemembered(message.signed().view(), afterRestart)
                    ? own.withDurable(message)
                    : own;
        }
        long index = 0;
        for (SignedMessage message : messages("pending")) {
            own = own.withPending(index++, message);
        }
        ProposalBook book = ProposalBook.empty();
        for (Object block : proposals) {
            book = book.with(spec.block(block), spec.isValid(block));
        }
        return State.initial(config)
                .with(Round.enter(config, view()))
                .with(store.from(committed().view()))
                .with(own.withAcknowledged(index))
                .with(Chain.at(committed(), new Height(spec.height(committed()))))
                .with(book)
                .withNextIndex(index);
    }

    private List<SignedMessage> messages(String variable) {
        return Tla.list(value(variable)).stream().map(spec::message).toList();
    }

    /** A log of who is down, of which these certificates could be read, and this commit. */
    List<LogRecord> log(List<?> kept, Object tip) {
        List<LogRecord> log = new ArrayList<>();
        messages("durable").stream()
                .sorted(Comparator.comparing((SignedMessage m) -> m.signed().view())
                        .thenComparing(m -> m.signed().kind().code()))
                .forEach(message -> log.add(new LogRecord.Own(message)));
        for (Object held : kept) {
            if (Tla.number(Tla.field(held, "view")) > 0) {
                log.add(new LogRecord.Held(spec.certificate(held)));
            }
        }
        Block block = spec.block(tip);
        if (!block.equals(spec.four.genesis)) {
            log.add(new LogRecord.Committed(new Height(spec.height(block)), block));
        }
        return log;
    }

    /** The highest view of which a finalization is held. */
    long finalizedView() {
        return Tla.list(value("certificates")).stream()
                .filter(held -> Tla.field(held, "kind").equals("finalize"))
                .mapToLong(held -> Tla.number(Tla.field(held, "view")))
                .max()
                .orElse(0);
    }
}
