package org.quittance.core.settlement;

import java.util.Optional;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Accounts;
import org.quittance.core.settlement.state.Treasury;

/** Money comes in. */
final class DepositRules {

    private DepositRules() {}

    @Spec("Treasury!DepositRefusal")
    static Optional<Rejection> depositRefusal(State s, Command.Deposit c, Signers signers) {
        Accounts accounts = s.accounts();
        if (s.custodiansAmong(signers).size() < s.parameters().custodianQuorum()) {
            return Checks.refuse(Rejection.NOT_ENOUGH_SIGNERS);
        }
        // The spec has no keys, and so doesn't have this reason.
        if (accounts.contains(c.account()) && !accounts.key(c.account()).equals(c.key())) {
            return Checks.refuse(Rejection.WRONG_SIGNER);
        }
        if (c.amount() < 1 || !Checks.isWithin(c.account(), 0, accounts.size())) {
            return Checks.refuse(Rejection.NOT_IN_RANGE);
        }
        if (s.treasury().isUsed(c.ext())) {
            return Checks.refuse(Rejection.ALREADY_USED);
        }
        return c.amount() > Parameters.MAX_MONEY - s.treasury().externalIn()
                ? Checks.refuse(Rejection.LIMIT)
                : Checks.ok();
    }

    @Spec("Treasury!Deposit")
    static void deposit(State s, Command.Deposit c, Signers signers, EventSink sink) {
        Treasury treasury = s.treasury();
        if (!s.accounts().contains(c.account())) {
            s.accounts().open(c.key());
        }
        s.accounts().addCash(c.account(), c.amount());
        treasury.setExternalIn(Math.addExact(treasury.externalIn(), c.amount()));
        treasury.use(c.ext());
        if (sink.isInterested()) {
            sink.on(new Event.Deposit(c, s.custodiansAmong(signers), s.post()));
        }
    }
}
