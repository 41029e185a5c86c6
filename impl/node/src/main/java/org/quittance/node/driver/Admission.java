package org.quittance.node.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Signers;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.EntryKeys;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.commit.StateLookup;

/**
 * Which commands may wait for a block: those that someone sealed who may, as the last state with a
 * quittance says. Else whoever has no account could fill the pool, at no cost, with commands that
 * can never be executed, and nobody else could trade.
 *
 * <p>It only decides who is given room, and settlement decides everything anew. Before there is a
 * state with a quittance, all are welcome.
 */
final class Admission {

    /** Commands of an account may be so far ahead of what was executed. */
    static final long AHEAD = 16_384;

    private final Genesis genesis;
    private final Supplier<Optional<MerkleTrie>> state;

    /**
     * Decides.
     *
     * @param state the last one with a quittance
     */
    Admission(Genesis genesis, Supplier<Optional<MerkleTrie>> state) {
        this.genesis = genesis;
        this.state = state;
    }

    /** May it wait? Its seals are known to be genuine. Any thread. */
    boolean isWelcome(SealedCommand sealed) {
        Optional<MerkleTrie> now = state.get();
        return now.isEmpty() || isWelcome(sealed.command(), sealed.signers(), now.get());
    }

    private boolean isWelcome(Command command, Signers by, MerkleTrie now) {
        return switch (command) {
            case Command.OfAccount c -> isInReach(c, by, now);
            case Command.OfGovernance c -> hasOneOf(by, genesis.governors());
            case Command.ListGroup c -> hasOneOf(by, genesis.governors());
            case Command.ListSeries c -> hasOneOf(by, genesis.governors());
            case Command.Deposit c -> hasOneOf(by, genesis.custodians());
            case Command.ApproveWithdrawal c -> hasOneOf(by, genesis.custodians());
            case Command.Report c -> c.validator() < genesis.validators().size()
                    && by.isOnly(genesis.validators().get(c.validator()).key());
            // Anyone may ask for these two, but of no use are those of what isn't, or is over.
            case Command.ExecuteWithdrawal c -> has(now, EntryKeys.withdrawal(c.withdrawal()));
            case Command.SubmitEvidence c -> c.validator() < genesis.validators().size()
                    && !has(now, EntryKeys.usedEvidence(c.validator(), c.kind(), c.at()));
        };
    }

    private static boolean hasOneOf(Signers by, List<PublicKey> members) {
        return !by.membersOf(members).isEmpty();
    }

    private static boolean has(MerkleTrie now, Bytes key) {
        return now.get(key).isPresent();
    }

    private static boolean isInReach(Command.OfAccount command, Signers by, MerkleTrie now) {
        Optional<StateEntry.Account> account = StateLookup.account(now, command.account());
        return account.isPresent()
                && by.isOnly(account.get().publicKey())
                && command.nonce() >= account.get().nonce()
                && command.nonce() - account.get().nonce() < AHEAD;
    }
}
