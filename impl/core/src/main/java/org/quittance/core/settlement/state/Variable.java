package org.quittance.core.settlement.state;

import java.util.Locale;

/**
 * The variables of the spec, and which entries each has. The order is that of the entries in the
 * state root, so new ones go to the end.
 */
public enum Variable {

    HEIGHT,
    /** Only ever {@link Phase#COMMANDS} between blocks. */
    PHASE(Kind.PASSING),
    /** The order being matched. None between commands. */
    TAKER(Kind.PASSING),
    /** The last account looked at in this block's liquidation, -1 before. */
    SWEPT(Kind.PASSING),
    /** By account. */
    CASH(Kind.ENTRIES),
    /** By account and series; 0 is no entry. */
    POSITION(Kind.SPARSE),
    /** By account; 0 is no entry. */
    NONCE(Kind.SPARSE),
    /** Since when an account is flagged, by account: see {@link Accounts}; 0 is no entry. */
    FLAGGED(Kind.SPARSE),
    GOVERNANCE_NONCE,
    /** Resting orders, by id. */
    ORDERS(Kind.SPARSE),
    NEXT_ORDER,
    /** By id. */
    GROUPS(Kind.ENTRIES),
    /** By id. */
    SERIES(Kind.ENTRIES),
    ROUND,
    /** The prices reported in this round, by validator; 0 is no entry. */
    REPORTS(Kind.SPARSE),
    PRICE,
    PRICE_HEIGHT,
    CANDIDATE,
    /** How many rounds in a row, by validator; 0 is no entry. */
    OUTLIERS(Kind.SPARSE),
    /** By validator. */
    STAKE(Kind.ENTRIES),
    /** By validator; an amount of 0 is no entry. */
    UNBONDING(Kind.SPARSE),
    /** A set of validators. */
    JAILED(Kind.SPARSE),
    /** A set of validators. */
    JOINED(Kind.SPARSE),
    /** By validator. */
    WEIGHT(Kind.ENTRIES),
    /** A set: {@link EvidenceKind} and validator, and the view or height. */
    USED_EVIDENCE(Kind.SPARSE),
    INSURANCE_FUND,
    /** By id. */
    WITHDRAWALS(Kind.ENTRIES),
    NEXT_WITHDRAWAL,
    WITHDRAWN,
    /** A set of what custodians call payments. */
    USED_DEPOSITS(Kind.SPARSE),
    EXTERNAL_IN,
    EXTERNAL_OUT,
    PAUSED_UNTIL,
    QUITTED,
    /** The public key of an account. Not in the spec, which has no keys. */
    KEY(Kind.ENTRIES),
    ROUND_START;

    private enum Kind { SCALAR, ENTRIES, SPARSE, PASSING }

    private final Kind kind;

    Variable() {
        this(Kind.SCALAR);
    }

    Variable(Kind kind) {
        this.kind = kind;
    }

    /** Does it hold one value, and not one for each of its entries? */
    public boolean isScalar() {
        return kind == Kind.SCALAR || kind == Kind.PASSING;
    }

    /** Is an entry that holds 0, or is gone, no entry of the state? */
    public boolean isSparse() {
        return kind == Kind.SPARSE;
    }

    /** Is it always the same between blocks, and so no part of the state root? */
    public boolean isPassing() {
        return kind == Kind.PASSING;
    }

    /** Its name in the spec and in traces, such as {@code priceHeight}. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty()
                    ? part
                    : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
