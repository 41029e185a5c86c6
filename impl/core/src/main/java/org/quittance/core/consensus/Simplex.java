package org.quittance.core.consensus;

import java.util.List;
import java.util.Optional;
import org.quittance.core.message.LogRecord;

/**
 * Simplex as a pure function: the state and an input give the next state, what is to be done, and
 * what happened. The spec is {@code specs/consensus/Simplex.tla}, rule by rule.
 */
public final class Simplex {

    /** The rules, in the order of the spec's {@code Next}: the first enabled one is taken. */
    private static final List<Rules.Rule> RULES = List.of(
            Rules::holdCertificate,
            Rules::enterView,
            Rules::propose,
            Rules::notarize,
            Rules::nullify,
            Rules::finalizeBlock,
            Rules::persist,
            Rules::commit);

    private Simplex() {}

    /** A validator that never ran before: its log is empty. */
    public static Step start(Config config) {
        Outbox out = new Outbox();
        State state = State.initial(config);
        Timeouts.arm(state, out);
        Timeouts.armRebroadcast(state, out);
        return out.close(settle(state, out));
    }

    /**
     * A validator that comes back: event Restart, and then whatever is enabled.
     *
     * @param log all records of its log, from index 0, all of them on stable storage
     * @throws InconsistentLogException if no correct validator wrote this log
     */
    public static Step restart(Config config, List<LogRecord> log)
            throws InconsistentLogException {
        Outbox out = new Outbox();
        State state = Replay.restart(config, log, out);
        Timeouts.arm(state, out);
        Timeouts.armRebroadcast(state, out);
        State settled = settle(state, out);
        Rebroadcast.send(settled, out);
        return out.close(settled);
    }

    /**
     * Handles the input, then takes enabled rules one by one until none is enabled.
     *
     * @throws IllegalArgumentException if the driver made a mistake: a message was verified for
     *     another chain or epoch, or a record is acknowledged that wasn't written
     */
    public static Step step(State state, Input input) {
        Outbox out = new Outbox();
        State handled = switch (input) {
            case Input.Received received -> received(state, received, out);
            case Input.Persisted persisted -> acknowledged(state, persisted);
            case Input.TimerFired fired -> fired.timer() == Timer.REBROADCAST
                    ? Rebroadcast.due(state, out)
                    : state.with(state.round().with(fired));
            case Input.PayloadReady ready -> state.with(state.round().with(ready));
        };
        return out.close(settle(handled, out));
    }

    private static State received(State state, Input.Received received, Outbox out) {
        if (!received.message().validators().isSameAs(state.validators())) {
            throw new IllegalArgumentException("verified for another chain or epoch");
        }
        return Reception.received(state, received, out);
    }

    private static State acknowledged(State state, Input.Persisted persisted) {
        if (persisted.upTo() >= state.nextIndex()) {
            throw new IllegalArgumentException("record " + persisted.upTo()
                    + " is acknowledged, but the next to be written is " + state.nextIndex());
        }
        return state.with(state.own().withAcknowledged(persisted.upTo()));
    }

    private static State settle(State state, Outbox out) {
        State settled = state;
        Optional<State> next = takeFirstEnabled(settled, out);
        while (next.isPresent()) {
            settled = next.get();
            next = takeFirstEnabled(settled, out);
        }
        // Not rules of the spec: what is asked for changes nothing but what comes in later.
        return CatchUp.ask(Rules.requestPayload(settled.withLearned(List.of()), out), out);
    }

    private static Optional<State> takeFirstEnabled(State state, Outbox out) {
        for (Rules.Rule rule : RULES) {
            Optional<State> next = rule.take(state, out);
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }
}
