package org.quittance.sim.check.settlement;

import java.util.Optional;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.state.Variable;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/**
 * A refused command changes nothing but the nonce that it used, if it got that far. A command is
 * refused exactly when it must be, for the first reason that there is. And nothing changes that no
 * event tells of.
 */
public final class S16Rejected implements Checker {

    private final Refusals refusals;

    public S16Rejected(Genesis genesis) {
        this.refusals = new Refusals(genesis);
    }

    @Override
    public void stepped(Step step) {
        if (step.event() instanceof Event.EndBlock end) {
            String unseen = Picture.of(end.post().entries()).differences(step.after());
            expect(unseen.isEmpty(), "no event told of a change: " + unseen);
        }
    }

    @Override
    public void decided(Decision decision) {
        Optional<Rejection> expected = refusals.of(
                decision.before(), decision.command(), decision.signers());
        expect(decision.rejection().equals(expected), decision.command()
                + " is " + words(decision.rejection()) + ", but must be " + words(expected));
        if (decision.rejection().isPresent()) {
            unchanged(decision, decision.rejection().get());
        }
    }

    private static void unchanged(Decision decision, Rejection reason) {
        Picture expected = decision.before();
        if (reason.compareTo(Rejection.WRONG_NONCE) > 0) {
            expected = switch (decision.command()) {
                case Command.OfAccount command ->
                        expected.counting(Variable.NONCE, command.account());
                case Command.OfGovernance command ->
                        expected.counting(Variable.GOVERNANCE_NONCE, 0);
                default -> expected;
            };
        }
        String differences = expected.differences(decision.after());
        expect(differences.isEmpty(), decision.command() + " is refused as " + reason
                + ", but changes something: " + differences);
        expect(!expected.equals(decision.before())
                || decision.bytesBefore().equals(decision.bytesAfter()), decision.command()
                + " is refused as " + reason + ", but the state has other bytes afterwards");
    }

    private static String words(Optional<Rejection> rejection) {
        return rejection.map(reason -> "refused as " + reason).orElse("accepted");
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(Property.S16_REJECTED, otherwise);
        }
    }
}
