package org.quittance.core.trace;

import static org.quittance.core.settlement.state.Variable.CANDIDATE;
import static org.quittance.core.settlement.state.Variable.CASH;
import static org.quittance.core.settlement.state.Variable.EXTERNAL_IN;
import static org.quittance.core.settlement.state.Variable.EXTERNAL_OUT;
import static org.quittance.core.settlement.state.Variable.FLAGGED;
import static org.quittance.core.settlement.state.Variable.GOVERNANCE_NONCE;
import static org.quittance.core.settlement.state.Variable.GROUPS;
import static org.quittance.core.settlement.state.Variable.HEIGHT;
import static org.quittance.core.settlement.state.Variable.INSURANCE_FUND;
import static org.quittance.core.settlement.state.Variable.JAILED;
import static org.quittance.core.settlement.state.Variable.JOINED;
import static org.quittance.core.settlement.state.Variable.NEXT_ORDER;
import static org.quittance.core.settlement.state.Variable.NEXT_WITHDRAWAL;
import static org.quittance.core.settlement.state.Variable.NONCE;
import static org.quittance.core.settlement.state.Variable.ORDERS;
import static org.quittance.core.settlement.state.Variable.OUTLIERS;
import static org.quittance.core.settlement.state.Variable.PAUSED_UNTIL;
import static org.quittance.core.settlement.state.Variable.PHASE;
import static org.quittance.core.settlement.state.Variable.POSITION;
import static org.quittance.core.settlement.state.Variable.PRICE;
import static org.quittance.core.settlement.state.Variable.PRICE_HEIGHT;
import static org.quittance.core.settlement.state.Variable.QUITTED;
import static org.quittance.core.settlement.state.Variable.REPORTS;
import static org.quittance.core.settlement.state.Variable.ROUND;
import static org.quittance.core.settlement.state.Variable.ROUND_START;
import static org.quittance.core.settlement.state.Variable.SERIES;
import static org.quittance.core.settlement.state.Variable.STAKE;
import static org.quittance.core.settlement.state.Variable.SWEPT;
import static org.quittance.core.settlement.state.Variable.TAKER;
import static org.quittance.core.settlement.state.Variable.UNBONDING;
import static org.quittance.core.settlement.state.Variable.USED_DEPOSITS;
import static org.quittance.core.settlement.state.Variable.USED_EVIDENCE;
import static org.quittance.core.settlement.state.Variable.WEIGHT;
import static org.quittance.core.settlement.state.Variable.WITHDRAWALS;
import static org.quittance.core.settlement.state.Variable.WITHDRAWN;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.settlement.Event;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

/** What each action of the spec {@code Settlement} changed, under the names of its variables. */
final class SettlementPosts {

    private static final List<Variable> ALL = List.of(
            HEIGHT, PHASE, SWEPT, TAKER, CASH, POSITION, NONCE, FLAGGED, GOVERNANCE_NONCE, ORDERS,
            NEXT_ORDER, GROUPS, SERIES, ROUND, ROUND_START, REPORTS, PRICE, PRICE_HEIGHT,
            CANDIDATE, OUTLIERS, STAKE, UNBONDING, JAILED, JOINED, WEIGHT, USED_EVIDENCE,
            INSURANCE_FUND, WITHDRAWALS, NEXT_WITHDRAWAL, WITHDRAWN, USED_DEPOSITS, EXTERNAL_IN,
            EXTERNAL_OUT, PAUSED_UNTIL, QUITTED);

    private static final Value GONE = new Value.Gone();

    private final SortedMap<Key, Value> before;
    private final SortedMap<Key, Value> after;

    SettlementPosts(SortedMap<Key, Value> before, SortedMap<Key, Value> after) {
        this.before = Collections.unmodifiableSortedMap(before);
        this.after = Collections.unmodifiableSortedMap(after);
    }

    Json of(Event event) {
        boolean whole = event instanceof Event.EndBlock;
        Json post = Json.object();
        for (Variable variable : variablesOf(event)) {
            if (variable.isScalar()) {
                post.raw(variable.word(), SettlementValues.of(
                        variable, after.getOrDefault(Key.of(variable), GONE)));
            } else if (variable == JAILED || variable == JOINED) {
                post.raw(variable.word(), SettlementValues.set(entries(variable, after)));
            } else if (variable == USED_DEPOSITS || variable == USED_EVIDENCE) {
                post.raw(variable.word(), SettlementValues.set(
                        whole ? entries(variable, after) : changed(variable)));
            } else {
                post.object(variable.word(), SettlementValues.map(
                        variable, whole ? entries(variable, after) : changed(variable)));
            }
        }
        return post;
    }

    private static List<Variable> variablesOf(Event event) {
        return switch (event) {
            case Event.Quit e -> List.of(QUITTED);
            case Event.Deposit e -> List.of(CASH, EXTERNAL_IN, USED_DEPOSITS);
            case Event.ListGroup e -> List.of(GROUPS);
            case Event.ListSeries e -> List.of(SERIES);
            case Event.Pause e -> List.of(PAUSED_UNTIL, GOVERNANCE_NONCE);
            case Event.Resume e -> List.of(PAUSED_UNTIL, GOVERNANCE_NONCE);
            case Event.Place e -> List.of(NONCE, TAKER, NEXT_ORDER);
            case Event.Fill e -> List.of(CASH, POSITION, ORDERS, TAKER);
            case Event.Evict e -> List.of(ORDERS);
            case Event.Rest e -> List.of(ORDERS, TAKER);
            case Event.Expire e -> List.of(TAKER);
            case Event.Cancel e -> List.of(NONCE, ORDERS);
            case Event.Report e -> List.of(REPORTS);
            case Event.RequestWithdrawal e ->
                    List.of(CASH, NONCE, WITHDRAWALS, NEXT_WITHDRAWAL, WITHDRAWN);
            case Event.ApproveWithdrawal e -> List.of(WITHDRAWALS);
            case Event.ExecuteWithdrawal e -> List.of(WITHDRAWALS, EXTERNAL_OUT);
            case Event.VoidWithdrawal e -> List.of(CASH, NONCE, WITHDRAWALS, WITHDRAWN);
            case Event.Takeover e -> List.of(CASH, POSITION, NONCE, FLAGGED);
            case Event.Slash e ->
                    List.of(STAKE, UNBONDING, JAILED, USED_EVIDENCE, INSURANCE_FUND);
            case Event.Stake e -> List.of(CASH, NONCE, STAKE);
            case Event.Unstake e -> List.of(NONCE, STAKE, UNBONDING);
            case Event.Join e -> List.of(NONCE, JOINED);
            case Event.Leave e -> List.of(NONCE, JOINED);
            case Event.Reject e -> List.of(NONCE, GOVERNANCE_NONCE);
            case Event.EndCommands e -> List.of(PHASE, FLAGGED);
            case Event.CloseRound e -> List.of(PHASE, GROUPS, ROUND, ROUND_START, REPORTS, PRICE,
                    PRICE_HEIGHT, CANDIDATE, OUTLIERS);
            case Event.KeepRound e -> List.of(PHASE);
            case Event.GiveUpRound e -> List.of(PHASE, ROUND, ROUND_START, REPORTS);
            case Event.ExpireGroup e -> List.of(ORDERS, GROUPS);
            case Event.SettleGroup e ->
                    List.of(CASH, POSITION, GROUPS, WITHDRAWALS, STAKE, UNBONDING,
                            INSURANCE_FUND);
            case Event.EndExpiry e -> List.of(PHASE);
            case Event.Flag e -> List.of(FLAGGED, ORDERS, SWEPT);
            case Event.Unflag e -> List.of(FLAGGED, SWEPT);
            case Event.Deleverage e -> List.of(CASH, POSITION, FLAGGED, WITHDRAWALS, STAKE,
                    UNBONDING, INSURANCE_FUND, SWEPT);
            case Event.EndLiquidation e -> List.of(PHASE);
            case Event.ReleaseUnbonding e -> List.of(CASH, UNBONDING);
            case Event.EndBlock e -> ALL;
        };
    }

    private static SortedMap<Key, Value> entries(
            Variable variable, SortedMap<Key, Value> state) {
        return state.subMap(
                new Key(variable, Long.MIN_VALUE, Long.MIN_VALUE),
                new Key(variable, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    /** The entries that are new, have another value, or are gone. */
    private SortedMap<Key, Value> changed(Variable variable) {
        SortedMap<Key, Value> changed = new TreeMap<>();
        for (Key key : entries(variable, before).keySet()) {
            if (!after.containsKey(key)) {
                changed.put(key, GONE);
            }
        }
        entries(variable, after).forEach((key, value) -> {
            if (!value.equals(before.getOrDefault(key, GONE))) {
                changed.put(key, value);
            }
        });
        return changed;
    }
}
