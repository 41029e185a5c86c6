package org.quittance.core.settlement;

import java.util.Optional;

/** What must be so before cash leaves an account on its owner's wish. */
final class CashOut {

    private CashOut() {}

    /** Trading must be open, the price fresh, and the account not flagged. */
    static Optional<Rejection> marketRefusal(State s, int account) {
        if (s.isHalted()) {
            return Checks.refuse(Rejection.HALTED);
        }
        if (!s.isFresh()) {
            return Checks.refuse(Rejection.STALE_PRICE);
        }
        return s.accounts().isFlagged(account)
                ? Checks.refuse(Rejection.FLAGGED)
                : Checks.ok();
    }

    /** The account must have the cash, and must need it for nothing else. */
    static Optional<Rejection> coverRefusal(State s, int account, long amount) {
        if (s.accounts().cash(account) < amount) {
            return Checks.refuse(Rejection.INSUFFICIENT_CASH);
        }
        return MarginRule.freeCollateral(s, account) < amount
                ? Checks.refuse(Rejection.INSUFFICIENT_COLLATERAL)
                : Checks.ok();
    }
}
