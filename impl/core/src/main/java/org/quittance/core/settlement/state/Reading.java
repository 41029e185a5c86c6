package org.quittance.core.settlement.state;

import org.checkerframework.checker.nullness.qual.Nullable;

/** What each key of the state holds. */
final class Reading {

    private static final Value GONE = new Value.Gone();
    private static final Value MEMBER = new Value.Member();

    private Reading() {}

    static Value value(Ledger ledger, Key key) {
        int first = (int) key.first();
        return switch (key.variable()) {
            case CASH -> number(ledger.accounts().cash(first));
            case NONCE -> number(ledger.accounts().nonce(first));
            case FLAGGED -> number(ledger.accounts().flagged(first));
            case KEY -> new Value.Key(ledger.accounts().key(first));
            case POSITION -> position(ledger, first, (int) key.second());
            case ORDERS -> order(ledger.book().order(key.first()));
            case GROUPS -> orGone(ledger.contracts().group(first));
            case SERIES -> orGone(ledger.contracts().series(first));
            case REPORTS -> number(ledger.oracle().report(first));
            case OUTLIERS -> number(ledger.oracle().outliers(first));
            case STAKE -> number(ledger.validators().stake(first));
            case UNBONDING -> ledger.validators().unbonding(first);
            case JAILED -> member(ledger.validators().isJailed(first));
            case JOINED -> member(ledger.validators().isJoined(first));
            case WEIGHT -> number(ledger.validators().weight(first));
            case USED_EVIDENCE -> member(ledger.validators().isUsed(key));
            case WITHDRAWALS -> orGone(ledger.treasury().withdrawal(key.first()));
            case USED_DEPOSITS -> member(ledger.treasury().isUsed(key.first()));
            case TAKER -> order(ledger.book().taker());
            case PHASE -> ledger.progress().phase();
            default -> number(scalar(ledger, key.variable()));
        };
    }

    private static long scalar(Ledger ledger, Variable variable) {
        return switch (variable) {
            case HEIGHT -> ledger.progress().height();
            case SWEPT -> ledger.progress().swept();
            case GOVERNANCE_NONCE -> ledger.progress().governanceNonce();
            case NEXT_ORDER -> ledger.book().nextOrder();
            case ROUND -> ledger.oracle().round();
            case ROUND_START -> ledger.oracle().roundStart();
            case PRICE -> ledger.oracle().price();
            case PRICE_HEIGHT -> ledger.oracle().priceHeight();
            case CANDIDATE -> ledger.oracle().candidate();
            case PAUSED_UNTIL -> ledger.oracle().pausedUntil();
            case INSURANCE_FUND -> ledger.treasury().insuranceFund();
            case NEXT_WITHDRAWAL -> ledger.treasury().nextWithdrawal();
            case WITHDRAWN -> ledger.treasury().withdrawn();
            case EXTERNAL_IN -> ledger.treasury().externalIn();
            case EXTERNAL_OUT -> ledger.treasury().externalOut();
            case QUITTED -> ledger.treasury().quitted();
            default -> throw new IllegalArgumentException(variable + " is no scalar");
        };
    }

    private static Value position(Ledger ledger, int account, int series) {
        Series listed = ledger.contracts().series(series);
        return number(listed == null ? 0 : ledger.positions().quantity(account, listed));
    }

    private static Value number(long number) {
        return new Value.Number(number);
    }

    private static Value member(boolean isIn) {
        return isIn ? MEMBER : GONE;
    }

    private static Value order(@Nullable Order order) {
        return order == null ? GONE : order.value();
    }

    private static Value orGone(@Nullable Value value) {
        return value == null ? GONE : value;
    }
}
