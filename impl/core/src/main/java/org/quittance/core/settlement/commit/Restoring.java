package org.quittance.core.settlement.commit;

import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Variable;

/**
 * Makes a ledger of a snapshot. Entries come after those that they refer to, so whatever is missing
 * is missing for good.
 *
 * <p>Which block was executed last is no part of a ledger: {@link Snapshot#lastBlock} says it.
 *
 * <p>That amounts obey the rules of settlement is not looked into: a quorum vouches for the root.
 */
public final class Restoring {

    private final Snapshot snapshot;
    private final Ledger ledger;
    private final SortedSet<Variable> scalars = new TreeSet<>();
    private int validators;
    private int next;

    private Restoring(Snapshot snapshot, Ledger ledger) {
        this.snapshot = snapshot;
        this.ledger = ledger;
    }

    /**
     * The ledger with these entries. Nothing in it is marked as changed.
     *
     * @param tracing are events made?
     * @param owners the accounts that the validators' stakes belong to
     * @throws MalformedException if the entries don't belong together; its offset is where the
     *     first bad one begins in the snapshot's bytes, or their end if one is missing
     */
    public static Ledger restore(Snapshot snapshot, boolean tracing, int... owners)
            throws MalformedException {
        Restoring restoring = new Restoring(snapshot, new Ledger(tracing, owners));
        for (StateEntry entry : snapshot.entries()) {
            restoring.put(entry);
            restoring.next++;
        }
        restoring.checkNothingIsMissing(owners);
        restoring.ledger.marks().takeForRoot();
        restoring.ledger.marks().takeForEvent();
        return restoring.ledger;
    }

    private void put(StateEntry entry) throws MalformedException {
        switch (entry) {
            case StateEntry.Scalar scalar -> put(scalar);
            case StateEntry.Account account -> put(account);
            case StateEntry.Group group -> ledger.contracts().put(new Group(
                    group.id(), group.expiry(), group.status(), group.observed()));
            case StateEntry.Series series -> put(series);
            case StateEntry.Position position -> {
                checkAccount(position.account());
                ledger.positions().set(
                        position.account(), series(position.series()), position.quantity());
            }
            case StateEntry.Order order -> put(order);
            case StateEntry.Validator validator -> put(validator);
            case StateEntry.Withdrawal withdrawal -> {
                checkAccount(withdrawal.withdrawal().account());
                ledger.treasury().put(withdrawal.withdrawal());
            }
            case StateEntry.UsedDeposit used -> ledger.treasury().use(used.ext());
            case StateEntry.UsedEvidence used -> {
                check(ledger.validators().contains(used.validator()), "no such validator");
                ledger.validators().use(used.validator(), used.kind(), used.at());
            }
            case StateEntry.LastBlock last -> check(
                    last.height() == ledger.progress().height() - 1,
                    "the state is at height " + (ledger.progress().height() - 1));
        }
    }

    private void put(StateEntry.Scalar scalar) {
        long number = scalar.number();
        scalars.add(scalar.variable());
        switch (scalar.variable()) {
            case HEIGHT -> ledger.progress().setHeight(number);
            case GOVERNANCE_NONCE -> ledger.progress().setGovernanceNonce(number);
            case NEXT_ORDER -> ledger.book().setNextOrder(number);
            case ROUND -> ledger.oracle().setRound(number, ledger.oracle().roundStart());
            case ROUND_START -> ledger.oracle().setRound(ledger.oracle().round(), number);
            case PRICE -> ledger.oracle().setPrice(number, ledger.oracle().priceHeight());
            case PRICE_HEIGHT -> ledger.oracle().setPrice(ledger.oracle().price(), number);
            case CANDIDATE -> ledger.oracle().setCandidate(number);
            case PAUSED_UNTIL -> ledger.oracle().setPausedUntil(number);
            case INSURANCE_FUND -> ledger.treasury().setInsuranceFund(number);
            case NEXT_WITHDRAWAL -> ledger.treasury().setNextWithdrawal(number);
            case WITHDRAWN -> ledger.treasury().setWithdrawn(number);
            case EXTERNAL_IN -> ledger.treasury().setExternalIn(number);
            case EXTERNAL_OUT -> ledger.treasury().setExternalOut(number);
            case QUITTED -> ledger.treasury().setQuitted(number);
            default -> throw new IllegalStateException(scalar.variable() + " is no scalar");
        }
    }

    private void put(StateEntry.Account account) throws MalformedException {
        check(account.id() == ledger.accounts().size(), "the account before it is missing");
        ledger.open(account.publicKey(), account.cash());
        ledger.accounts().setNonce(account.id(), account.nonce());
        ledger.accounts().setFlagged(account.id(), account.flagged());
    }

    private void put(StateEntry.Series series) throws MalformedException {
        check(ledger.contracts().group(series.group()) != null, "no such group");
        ledger.contracts().list(series.id(), series.strike(), series.right(), series.group());
    }

    private void put(StateEntry.Order entry) throws MalformedException {
        var order = entry.order();
        checkAccount(order.account());
        check(order.id() >= 0 && order.id() < ledger.book().nextOrder(), "an id of the future");
        check(order.quantity() > 0, "an order for nothing");
        ledger.book().add(new Order(order.id(), order.account(), series(order.series()),
                order.side(), order.price(), order.quantity(), order.kind()));
    }

    private void put(StateEntry.Validator validator) throws MalformedException {
        int id = validator.id();
        check(id == validators && ledger.validators().contains(id),
                "not the validator that comes next");
        validators++;
        ledger.validators().setStake(id, validator.stake());
        ledger.validators().setUnbonding(id, validator.unbonding());
        ledger.validators().setWeight(id, validator.weight());
        if (validator.jailed()) {
            ledger.validators().jail(id);
        }
        ledger.validators().setJoined(id, validator.joined());
        ledger.oracle().setReport(id, validator.report());
        ledger.oracle().setOutliers(id, validator.outliers());
    }

    private Series series(int id) throws MalformedException {
        Series series = ledger.contracts().series(id);
        if (series == null) {
            throw fault("no series " + id);
        }
        return series;
    }

    private void checkAccount(int id) throws MalformedException {
        check(ledger.accounts().contains(id), "no such account");
    }

    private void checkNothingIsMissing(int... owners) throws MalformedException {
        for (Variable variable : Variable.values()) {
            check(!variable.isScalar() || variable.isPassing() || scalars.contains(variable),
                    variable.word() + " is missing");
        }
        check(validators == ledger.validators().size(), "a validator is missing");
        for (int owner : owners) {
            checkAccount(owner);
        }
    }

    private void check(boolean isRight, String detail) throws MalformedException {
        if (!isRight) {
            throw fault(detail);
        }
    }

    private MalformedException fault(String detail) {
        String entry = next < snapshot.entries().size()
                ? snapshot.entries().get(next).toString()
                : "the end";
        return new MalformedException(
                Malformed.CONTRADICTION, snapshot.offsetOf(next), entry + ": " + detail);
    }
}
