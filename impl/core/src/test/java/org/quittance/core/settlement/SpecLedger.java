package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Group;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.settlement.state.Order;
import org.quittance.core.settlement.state.Phase;
import org.quittance.core.settlement.state.Series;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;
import org.quittance.core.settlement.state.Withdrawal;

/** Makes a ledger out of its entries, between two commands. */
final class SpecLedger {

    private final Ledger ledger;

    private SpecLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The ledger with these entries, as a snapshot would give it. */
    static Ledger of(List<Entry> entries, int... owners) {
        SpecLedger made = new SpecLedger(new Ledger(true, owners));
        // Orders and positions come after the series that they are in.
        for (Variable first : List.of(Variable.KEY, Variable.GROUPS, Variable.SERIES)) {
            entries.stream().filter(entry -> entry.key().variable() == first).forEach(made::put);
        }
        for (Entry entry : entries) {
            switch (entry.key().variable()) {
                case KEY, GROUPS, SERIES -> { }
                default -> made.put(entry);
            }
        }
        made.ledger.marks().takeForRoot();
        made.ledger.marks().takeForEvent();
        return made.ledger;
    }

    private void put(Entry entry) {
        Key key = entry.key();
        switch (entry.value()) {
            case Value.Number number -> put(key, number.number());
            case Value.Member member -> put(key);
            case Value.Key account -> ledger.open(account.key(), 0);
            case Value.OpenOrder order -> put(order);
            case Group group -> ledger.contracts().put(group);
            case Series series -> ledger.contracts().list(
                    series.id(), series.strike(), series.right(), series.group());
            case Unbonding unbonding ->
                    ledger.validators().setUnbonding((int) key.first(), unbonding);
            case Withdrawal withdrawal -> ledger.treasury().put(withdrawal);
            case Phase phase ->
                    ledger.progress().setPhase(phase);
            case Value.Gone gone -> throw new IllegalArgumentException("no entry: " + entry);
        }
    }

    private void put(Value.OpenOrder order) {
        ledger.book().add(new Order(order.id(), order.account(), series(order.series()),
                order.side(), order.price(), order.quantity(), order.kind()));
    }

    private void put(Key key) {
        int first = (int) key.first();
        switch (key.variable()) {
            case JAILED -> ledger.validators().jail(first);
            case JOINED -> ledger.validators().setJoined(first, true);
            case USED_DEPOSITS -> ledger.treasury().use(first);
            case USED_EVIDENCE -> ledger.validators().use(
                    first / 2, EvidenceKind.values()[first % 2], key.second());
            default -> throw new IllegalArgumentException(key + " is no member");
        }
    }

    private void put(Key key, long number) {
        int first = (int) key.first();
        switch (key.variable()) {
            case CASH -> ledger.accounts().setCash(first, number);
            case NONCE -> ledger.accounts().setNonce(first, number);
            case FLAGGED -> ledger.accounts().setFlagged(first, number);
            case POSITION -> ledger.positions().set(first, series((int) key.second()), number);
            case REPORTS -> ledger.oracle().setReport(first, number);
            case OUTLIERS -> ledger.oracle().setOutliers(first, number);
            case STAKE -> ledger.validators().setStake(first, number);
            case WEIGHT -> ledger.validators().setWeight(first, number);
            case HEIGHT -> ledger.progress().setHeight(number);
            case SWEPT -> ledger.progress().setSwept((int) number);
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
            default -> throw new IllegalArgumentException(key + " is no number");
        }
    }

    private Series series(int id) {
        Series series = ledger.contracts().series(id);
        if (series == null) {
            throw new IllegalArgumentException("no series " + id);
        }
        return series;
    }
}
