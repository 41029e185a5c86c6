package org.quittance.core.consensus;

import java.util.List;
import org.quittance.core.base.Height;
import org.quittance.core.base.Spec;
import org.quittance.core.base.View;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Signed;
import org.quittance.core.message.SignedMessage;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;

/**
 * The spec's actions: each takes one step, and records one event of the same name.
 *
 * <p>Their guards, in {@link Guards}, must hold.
 */
final class Transitions {

    private Transitions() {}

    @Spec("Simplex!HoldCertificate")
    static State holdCertificate(State s, Certificate c, Outbox out) {
        boolean finalizesMore = c.kind() == Kind.FINALIZE
                && c.view().compareTo(s.certificates().finalizedView()) > 0;
        State next = write(s.with(s.certificates().with(c)), new LogRecord.Held(c), out);
        out.add(new Event.HoldCertificate(c, c.signers(), next.certificates().at(c.view())));
        // Others may lack what is new here. Old ones were asked for: everyone else has them.
        if (finalizesMore || c.view().next().compareTo(s.view()) >= 0) {
            out.add(new Effect.Send(c));
        }
        return finalizesMore
                ? Ancestry.grow(next.forgettingOldVotes(), out)
                : Ancestry.checkForFork(next, List.of(), out);
    }

    @Spec("Simplex!EnterView")
    static State enterView(State s, View v, Outbox out) {
        State next = s.with(Round.enter(s.config(), v));
        out.add(new Event.EnterView(next.view()));
        Timeouts.arm(next, out);
        return next;
    }

    @Spec("Simplex!Propose")
    static State propose(State s, Body b, Outbox out) {
        Signed signed = sign(s, Statement.propose(b.block()));
        State next = append(s, new Proposal(signed, b.payload()), out);
        out.add(new Event.Propose(b.block(), next.pending()));
        return next;
    }

    @Spec("Simplex!Notarize")
    static State notarize(State s, Block b, Outbox out) {
        State next = append(s, new Vote(sign(s, Statement.notarize(b))), out);
        out.add(new Event.Notarize(b, next.pending()));
        return next;
    }

    @Spec("Simplex!Nullify")
    static State nullify(State s, View v, Outbox out) {
        State next = append(s, new Vote(sign(s, Statement.nullify(v))), out);
        out.add(new Event.Nullify(v, next.pending()));
        return next;
    }

    @Spec("Simplex!Finalize")
    static State finalizeBlock(State s, Block b, Outbox out) {
        State next = append(s, new Vote(sign(s, Statement.finalization(b))), out);
        out.add(new Event.Finalize(b, next.pending()));
        return next;
    }

    @Spec("Simplex!Persist")
    static State persist(State s, Outbox out) {
        SignedMessage written = s.own().pending().get(0).message();
        State next = s.with(s.own().withFirstWritten());
        View view = written.signed().view();
        out.add(new Event.Persist(
                next.pending(), OwnMessages.signed(next.own().durableAt(view))));
        out.add(new Effect.Send(written));
        return Reception.ownMessage(next, written, out);
    }

    @Spec("Simplex!Commit")
    static State commit(State s, List<Block> path, Outbox out) {
        Chain chain = s.chain().withCommitted(path);
        State next = write(
                s.with(chain), new LogRecord.Committed(chain.height(), chain.committed()), out);
        Height height = s.height();
        for (Block block : path) {
            height = height.next();
            out.add(new Effect.Execute(height, block));
        }
        out.add(new Event.Commit(path, next.committed()));
        View floor = next.committed().view();
        State checked = Ancestry.checkForFork(next, path, out);
        return Ancestry.grow(
                checked.with(checked.certificates().from(floor)).with(checked.own().from(floor)),
                out);
    }

    /** Appends a record to the log. Nothing waits for it to be durable. */
    static State write(State s, LogRecord record, Outbox out) {
        out.add(new Effect.Persist(s.nextIndex(), record));
        return s.withNextIndex(s.nextIndex() + 1);
    }

    /** The spec's {@code Sign}: appends an own message, which is sent once it is durable. */
    private static State append(State s, SignedMessage message, Outbox out) {
        State signed = s.with(s.own().withPending(s.nextIndex(), message));
        return write(signed, new LogRecord.Own(message), out);
    }

    private static Signed sign(State s, Statement statement) {
        byte[] bytes = SigningBytes.of(s.validators(), statement);
        return new Signed(s.self(), statement, s.config().signer().sign(bytes));
    }
}
