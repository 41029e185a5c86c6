package org.quittance.core.settlement;

import java.util.Optional;
import org.quittance.core.base.PublicKey;

/** What the refusals of several commands have in common. */
final class Checks {

    private Checks() {}

    /** The command may be executed. */
    static Optional<Rejection> ok() {
        return Optional.empty();
    }

    static Optional<Rejection> refuse(Rejection reason) {
        return Optional.of(reason);
    }

    /** An account command comes from an account, with its seal, and in its turn. */
    static Optional<Rejection> ofAccount(State s, Command.OfAccount c, Signers signers) {
        if (!s.accounts().contains(c.account())) {
            return refuse(Rejection.UNKNOWN_ACCOUNT);
        }
        if (!isSealedBy(signers, s.accounts().key(c.account()))) {
            return refuse(Rejection.WRONG_SIGNER);
        }
        return c.nonce() == s.accounts().nonce(c.account())
                ? ok()
                : refuse(Rejection.WRONG_NONCE);
    }

    /** Governors sealed it, and it is in turn. */
    static Optional<Rejection> ofGovernance(State s, Command.OfGovernance c, Signers signers) {
        if (!isGoverned(s, signers)) {
            return refuse(Rejection.NOT_ENOUGH_SIGNERS);
        }
        return c.nonce() == s.progress().governanceNonce()
                ? ok()
                : refuse(Rejection.WRONG_NONCE);
    }

    /** The spec's {@code Govern}: enough governors, each counted once. */
    static boolean isGoverned(State s, Signers signers) {
        return s.governorsAmong(signers).size() >= s.parameters().governorQuorum();
    }

    static boolean isSealedBy(Signers signers, PublicKey key) {
        return signers.isOnly(key);
    }

    /** Is it least to greatest? */
    static boolean isWithin(long number, long least, long greatest) {
        return least <= number && number <= greatest;
    }
}
