package org.quittance.core.consensus;

import java.util.List;
import java.util.stream.Stream;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/**
 * One validator, which leads neither view 1 nor 3, and this past: block {@code a} was notarized in
 * view 1, view 2 was nullified, and {@code b} is a block of view 3 on {@code a}.
 */
final class Scene {

    final Four four = new Four();
    final int self = four.others(1, four.leader(1), four.leader(3))[0];
    final Block a = four.on(four.genesis, 1);
    final Block b = four.on(a, 3);
    final Certificate notarizationOfA = four.notarization(a);
    final Certificate nullificationOf2 = four.nullification(2);

    /** A new validator. */
    State fresh() {
        return fresh(self);
    }

    State fresh(int node) {
        return State.initial(four.config(node));
    }

    /** In view 3, with all certificates of the past, and its vote to finalize {@code a}. */
    State inView3() {
        return inView3(self);
    }

    State inView3(int node) {
        return in(3, voted(
                holding(fresh(node), notarizationOfA, nullificationOf2),
                Statement.finalization(a)));
    }

    /** The same in another view. Nothing else changes. */
    State in(long view, State state) {
        return state.with(Round.enter(state.config(), Four.view(view)));
    }

    State holding(State state, Certificate... certificates) {
        State next = state;
        for (Certificate certificate : certificates) {
            next = next.with(next.certificates().with(certificate));
        }
        return next;
    }

    /** With a proposal that was received. */
    State proposed(State state, Block block, boolean valid) {
        return state.with(state.proposals().with(block, valid));
    }

    /** With a vote of its own that is durable. */
    State voted(State state, Statement statement) {
        Vote vote = four.vote(state.self().index(), statement);
        return state.with(state.own().withDurable(vote));
    }

    /** With a vote of its own that is pending. */
    State voting(State state, Statement statement) {
        Vote vote = four.vote(state.self().index(), statement);
        return state.with(state.own().withPending(state.nextIndex(), vote))
                .withNextIndex(state.nextIndex() + 1);
    }

    Proposal proposal(Block parent, long view) {
        return four.proposal(parent, view);
    }

    static <T> List<T> only(Class<T> type, List<?> all) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The names of the events of a step, in order. */
    static List<String> names(Step step) {
        return step.events().stream().map(e -> e.getClass().getSimpleName()).toList();
    }

    /** All records that a step wants to be written are acknowledged. */
    static Step acknowledge(Step step) {
        long last = step.state().nextIndex() - 1;
        return Simplex.step(step.state(), new Input.Persisted(last));
    }

    static Step timer(State state, Timer timer) {
        View view = timer == Timer.REBROADCAST ? View.GENESIS : state.view();
        return Simplex.step(state, new Input.TimerFired(timer, view));
    }

    static Stream<Effect.Send> sends(Step step) {
        return only(Effect.Send.class, step.effects()).stream();
    }
}
