package org.quittance.sim.check.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.Signers;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;

/**
 * The table of refusals once more: for each command all reasons that there are, and of these the
 * first in the order of the table.
 */
final class Refusals {

    private final Genesis genesis;
    private final Parameters parameters;
    private final Margins margins;

    Refusals(Genesis genesis) {
        this.genesis = genesis;
        this.parameters = genesis.parameters();
        this.margins = new Margins(parameters);
    }

    /** Why the command must be refused in this state; empty if it must be accepted. */
    Optional<Rejection> of(Picture s, Command command, Signers signers) {
        Reasons reasons = new Reasons();
        switch (command) {
            case Command.Deposit c -> deposit(s, c, signers, reasons);
            case Command.ListGroup c -> listGroup(s, c, signers, reasons);
            case Command.ListSeries c -> listSeries(s, c, signers, reasons);
            case Command.Pause c -> {
                governed(s, c, signers, reasons);
                reasons.when(c.until() <= s.height()
                        || c.until() > s.height() + parameters.maxPause(), Rejection.NOT_IN_RANGE);
            }
            case Command.Resume c -> governed(s, c, signers, reasons);
            case Command.Report c -> report(s, c, signers, reasons);
            case Command.ApproveWithdrawal c -> approve(s, c, signers, reasons);
            case Command.ExecuteWithdrawal c -> execute(s, c, reasons);
            case Command.SubmitEvidence c -> {
                reasons.when(!s.has(Variable.STAKE, c.validator()), Rejection.UNKNOWN_VALIDATOR);
                reasons.when(s.isUsed(c.validator(), c.kind(), c.at()), Rejection.ALREADY_USED);
            }
            case Command.OfAccount c -> ofAccount(s, c, signers, reasons);
        }
        return reasons.first();
    }

    private void ofAccount(
            Picture s, Command.OfAccount command, Signers signers, Reasons reasons) {
        boolean known = s.has(Variable.CASH, command.account());
        reasons.when(!known, Rejection.UNKNOWN_ACCOUNT);
        reasons.when(known && !isOnly(signers, keyOf(s, command.account())),
                Rejection.WRONG_SIGNER);
        if (command instanceof Command.Takeover takeover) {
            reasons.when(!s.has(Variable.CASH, takeover.target()), Rejection.UNKNOWN_ACCOUNT);
        }
        reasons.when(command.nonce() != s.number(Variable.NONCE, command.account()),
                Rejection.WRONG_NONCE);
        if (!known) {
            return;
        }
        switch (command) {
            case Command.Place c -> new OrderRefusals(s, parameters, margins).place(c, reasons);
            case Command.Cancel c -> {
                Value.OpenOrder order = s.orders().get(c.order());
                reasons.when(order == null, Rejection.UNKNOWN_ORDER);
                reasons.when(order != null && order.account() != c.account(),
                        Rejection.NOT_OWNER);
            }
            case Command.RequestWithdrawal c -> request(s, c, reasons);
            case Command.VoidWithdrawal c -> {
                Optional<Withdrawal> it = s.withdrawal(c.withdrawal());
                reasons.when(it.isEmpty(), Rejection.UNKNOWN_WITHDRAWAL);
                reasons.when(it.map(w -> w.account() != c.account()).orElse(false),
                        Rejection.NOT_OWNER);
                reasons.when(!isPending(it), Rejection.NOT_PENDING);
            }
            case Command.Takeover c -> takeover(s, c, reasons);
            case Command.Stake c -> stake(s, c, reasons);
            case Command.Unstake c -> {
                owned(s, c.account(), c.validator(), reasons);
                reasons.when(c.amount() < 1, Rejection.NOT_IN_RANGE);
                reasons.when(s.unbonding(c.validator()).amount() > 0, Rejection.UNBONDING);
                reasons.when(isBelow(s.amount(Variable.STAKE, c.validator()), c.amount()),
                        Rejection.INSUFFICIENT_STAKE);
            }
            case Command.Join c -> {
                owned(s, c.account(), c.validator(), reasons);
                reasons.when(s.has(Variable.JAILED, c.validator()), Rejection.JAILED);
                reasons.when(isBelow(s.amount(Variable.STAKE, c.validator()),
                        parameters.minStake()), Rejection.INSUFFICIENT_STAKE);
            }
            case Command.Leave c -> owned(s, c.account(), c.validator(), reasons);
        }
    }

    private void deposit(Picture s, Command.Deposit c, Signers signers, Reasons reasons) {
        reasons.when(signers.membersOf(genesis.custodians()).size()
                < parameters.custodianQuorum(), Rejection.NOT_ENOUGH_SIGNERS);
        boolean known = s.has(Variable.CASH, c.account());
        reasons.when(known && !keyOf(s, c.account()).equals(Optional.of(c.key())),
                Rejection.WRONG_SIGNER);
        reasons.when(c.amount() < 1 || (!known && c.account() != s.accounts().size()),
                Rejection.NOT_IN_RANGE);
        reasons.when(s.has(Variable.USED_DEPOSITS, c.ext()), Rejection.ALREADY_USED);
        reasons.when(s.amount(Variable.EXTERNAL_IN).add(BigInteger.valueOf(c.amount()))
                .compareTo(BigInteger.valueOf(Parameters.MAX_MONEY)) > 0, Rejection.LIMIT);
    }

    private boolean isGoverned(Signers signers) {
        return signers.membersOf(genesis.governors()).size() >= parameters.governorQuorum();
    }

    private void governed(Picture s, Command.OfGovernance c, Signers signers, Reasons reasons) {
        reasons.when(!isGoverned(signers), Rejection.NOT_ENOUGH_SIGNERS);
        reasons.when(c.nonce() != s.number(Variable.GOVERNANCE_NONCE), Rejection.WRONG_NONCE);
    }

    private void listGroup(Picture s, Command.ListGroup c, Signers signers, Reasons reasons) {
        reasons.when(!isGoverned(signers), Rejection.NOT_ENOUGH_SIGNERS);
        reasons.when(c.expiry() <= s.height() || c.group() < 1, Rejection.NOT_IN_RANGE);
        reasons.when(s.group(c.group()).isPresent(), Rejection.ALREADY_LISTED);
        reasons.when(s.groups().values().stream()
                .filter(group -> group.status() != GroupStatus.SETTLED).count()
                >= parameters.maxGroups(), Rejection.TOO_MANY);
    }

    private void listSeries(Picture s, Command.ListSeries c, Signers signers, Reasons reasons) {
        reasons.when(!isGoverned(signers), Rejection.NOT_ENOUGH_SIGNERS);
        reasons.when(s.group(c.group()).isEmpty(), Rejection.UNKNOWN_GROUP);
        reasons.when(c.strike() < 1 || c.strike() > parameters.maxPrice() || c.series() < 1,
                Rejection.NOT_IN_RANGE);
        reasons.when(s.series(c.series()).isPresent(), Rejection.ALREADY_LISTED);
        reasons.when(s.series().values().stream()
                .filter(series -> s.group(series.group()).map(Group::status)
                        .orElse(GroupStatus.LIVE) != GroupStatus.SETTLED).count()
                >= parameters.maxSeries(), Rejection.TOO_MANY);
        reasons.when(!isLive(s, c.group()), Rejection.GROUP_NOT_LIVE);
    }

    private void report(Picture s, Command.Report c, Signers signers, Reasons reasons) {
        boolean known = s.has(Variable.STAKE, c.validator());
        reasons.when(known && !isOnly(signers, Optional.of(
                genesis.validators().get(c.validator()).key())), Rejection.WRONG_SIGNER);
        reasons.when(!known, Rejection.UNKNOWN_VALIDATOR);
        reasons.when(c.price() < 1 || c.price() > parameters.maxPrice(), Rejection.NOT_IN_RANGE);
        reasons.when(s.has(Variable.REPORTS, c.validator()), Rejection.ALREADY_REPORTED);
        reasons.when(s.has(Variable.JAILED, c.validator()), Rejection.JAILED);
        reasons.when(c.round() != s.number(Variable.ROUND), Rejection.WRONG_ROUND);
    }

    private void approve(
            Picture s, Command.ApproveWithdrawal c, Signers signers, Reasons reasons) {
        boolean member = c.custodian() >= 0 && c.custodian() < genesis.custodians().size();
        reasons.when(!member || !isOnly(signers, Optional.of(
                genesis.custodians().get(c.custodian()))), Rejection.WRONG_SIGNER);
        Optional<Withdrawal> it = s.withdrawal(c.withdrawal());
        reasons.when(it.isEmpty(), Rejection.UNKNOWN_WITHDRAWAL);
        reasons.when(it.map(w -> w.approvals().contains(c.custodian())).orElse(false),
                Rejection.ALREADY_APPROVED);
        reasons.when(!isPending(it), Rejection.NOT_PENDING);
    }

    private void execute(Picture s, Command.ExecuteWithdrawal c, Reasons reasons) {
        Optional<Withdrawal> it = s.withdrawal(c.withdrawal());
        reasons.when(it.isEmpty(), Rejection.UNKNOWN_WITHDRAWAL);
        if (it.isPresent()) {
            Withdrawal w = it.get();
            reasons.when(s.number(Variable.FLAGGED, w.account()) > 0, Rejection.FLAGGED);
            reasons.when(!isPending(it), Rejection.NOT_PENDING);
            reasons.when(w.approvals().size() < parameters.custodianQuorum(),
                    Rejection.NOT_APPROVED);
            reasons.when(s.height() < w.requested() + parameters.withdrawalDelay(),
                    Rejection.TOO_EARLY);
            reasons.when(s.number(Variable.QUITTED) < w.approved(), Rejection.NOT_QUITTED);
        }
    }

    private void request(Picture s, Command.RequestWithdrawal c, Reasons reasons) {
        reasons.when(c.amount() < 1, Rejection.NOT_IN_RANGE);
        open(s, c.account(), reasons);
        reasons.when(s.amount(Variable.WITHDRAWN).add(BigInteger.valueOf(c.amount()))
                .compareTo(BigInteger.valueOf(parameters.withdrawalCap())) > 0,
                Rejection.CAP_REACHED);
        leaving(s, c.account(), c.amount(), reasons);
    }

    private void stake(Picture s, Command.Stake c, Reasons reasons) {
        owned(s, c.account(), c.validator(), reasons);
        reasons.when(c.amount() < 1, Rejection.NOT_IN_RANGE);
        open(s, c.account(), reasons);
        leaving(s, c.account(), c.amount(), reasons);
    }

    private void takeover(Picture s, Command.Takeover c, Reasons reasons) {
        reasons.when(c.account() == c.target(), Rejection.NOT_IN_RANGE);
        reasons.when(!isFresh(s, parameters), Rejection.STALE_PRICE);
        reasons.when(s.has(Variable.FLAGGED, c.account()), Rejection.FLAGGED);
        reasons.when(!s.has(Variable.FLAGGED, c.target()), Rejection.NOT_FLAGGED);
        reasons.when(!margins.isUnderwater(s, c.target()), Rejection.NOT_FLAGGED);
        long blocks = s.height() - s.number(Variable.FLAGGED, c.target());
        reasons.when(blocks > parameters.takeoverBlocks(), Rejection.TAKEOVER_OVER);
        SortedMap<Integer, BigInteger> joint = s.positions(c.account());
        s.positions(c.target()).forEach((series, contracts) ->
                joint.merge(series, contracts, BigInteger::add));
        reasons.when(joint.values().stream().anyMatch(contracts -> contracts.abs()
                .compareTo(BigInteger.valueOf(parameters.maxPosition())) > 0),
                Rejection.POSITION_LIMIT);
        BigInteger bounty = s.cash(c.target()).multiply(BigInteger.valueOf(blocks))
                .divide(BigInteger.valueOf(parameters.takeoverBlocks()));
        BigInteger cash = s.cash(c.account()).add(bounty)
                .subtract(S12Takeover.worth(s, c.target()));
        reasons.when(margins.free(s, cash, joint).signum() < 0,
                Rejection.INSUFFICIENT_COLLATERAL);
    }

    private void open(Picture s, int account, Reasons reasons) {
        reasons.when(isHalted(s), Rejection.HALTED);
        reasons.when(!isFresh(s, parameters), Rejection.STALE_PRICE);
        reasons.when(s.has(Variable.FLAGGED, account), Rejection.FLAGGED);
    }

    private void leaving(Picture s, int account, long amount, Reasons reasons) {
        reasons.when(isBelow(s.cash(account), amount), Rejection.INSUFFICIENT_CASH);
        reasons.when(isBelow(margins.free(s, account), amount),
                Rejection.INSUFFICIENT_COLLATERAL);
    }

    private void owned(Picture s, int account, int validator, Reasons reasons) {
        boolean known = s.has(Variable.STAKE, validator);
        reasons.when(!known, Rejection.UNKNOWN_VALIDATOR);
        reasons.when(known && genesis.validators().get(validator).owner() != account,
                Rejection.NOT_OWNER);
    }

    static boolean isHalted(Picture s) {
        return s.amount(Variable.CANDIDATE).signum() > 0
                || s.height() < s.number(Variable.PAUSED_UNTIL);
    }

    static boolean isFresh(Picture s, Parameters parameters) {
        return s.amount(Variable.PRICE).signum() > 0
                && s.amount(Variable.CANDIDATE).signum() == 0
                && s.height() - s.number(Variable.PRICE_HEIGHT) <= parameters.maxAge();
    }

    static boolean isLive(Picture s, int group) {
        Optional<Group> found = s.group(group);
        return found.isPresent() && found.get().status() == GroupStatus.LIVE
                && s.height() < found.get().expiry();
    }

    private static boolean isPending(Optional<Withdrawal> it) {
        return it.map(w -> w.status() == WithdrawalStatus.PENDING).orElse(false);
    }

    private static boolean isBelow(BigInteger amount, long least) {
        return amount.compareTo(BigInteger.valueOf(least)) < 0;
    }

    private static Optional<PublicKey> keyOf(Picture s, int account) {
        return s.entries().get(Key.of(Variable.KEY, account)) instanceof Value.Key(PublicKey key)
                ? Optional.of(key) : Optional.empty();
    }

    private static boolean isOnly(Signers signers, Optional<PublicKey> key) {
        return key.isPresent() && signers.isOnly(key.get());
    }

    /** Reasons as they come; the first counts. */
    static final class Reasons {

        private final List<Rejection> all = new ArrayList<>();

        void when(boolean holds, Rejection reason) {
            if (holds) {
                all.add(reason);
            }
        }

        Optional<Rejection> first() {
            return all.stream().findFirst();
        }
    }
}
