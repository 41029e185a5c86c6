package org.quittance.core.settlement;

/** Why a command is refused, in order of precedence: of two reasons the earlier one is given. */
public enum Rejection {

    /** Fewer custodians or governors sealed it than must. */
    NOT_ENOUGH_SIGNERS,
    /** It is not sealed with the key of whoever it claims to be from. */
    WRONG_SIGNER,
    /** There is no such account. */
    UNKNOWN_ACCOUNT,
    /** It isn't the next command of its account, or of governance. */
    WRONG_NONCE,
    /** There is no such group. */
    UNKNOWN_GROUP,
    /** There is no such series. */
    UNKNOWN_SERIES,
    /** No such order rests in the book. */
    UNKNOWN_ORDER,
    /** There is no such validator. */
    UNKNOWN_VALIDATOR,
    /** There is no such withdrawal. */
    UNKNOWN_WITHDRAWAL,
    /** The order, withdrawal or validator belongs to another account. */
    NOT_OWNER,
    /** An amount, price, quantity, height or id is outside its range. */
    NOT_IN_RANGE,
    /** A group or series with this id is listed already. */
    ALREADY_LISTED,
    /** The deposit was credited, or the evidence applied, before. */
    ALREADY_USED,
    /** The validator has reported a price in this round. */
    ALREADY_REPORTED,
    /** The custodian has approved this withdrawal. */
    ALREADY_APPROVED,
    /** There are as many unsettled groups or series, or open orders, as there may be. */
    TOO_MANY,
    /** More money than there may ever be would come in. */
    LIMIT,
    /** Trading is halted: by a pause, or by a price that isn't confirmed yet. */
    HALTED,
    /** There is no price, or it is too old. */
    STALE_PRICE,
    /** The group has expired. */
    GROUP_NOT_LIVE,
    /** The account is flagged for liquidation. */
    FLAGGED,
    /** The account to take over is not flagged. */
    NOT_FLAGGED,
    /** The time for a takeover is over. */
    TAKEOVER_OVER,
    /** The validator is jailed. */
    JAILED,
    /** The report is for another round than the one being collected. */
    WRONG_ROUND,
    /** The order would trade with an order of its own account. */
    SELF_TRADE,
    /** The order may only rest, but would trade. */
    WOULD_CROSS,
    /** A position would become larger than positions may be. */
    POSITION_LIMIT,
    /** The withdrawal was executed or voided before. */
    NOT_PENDING,
    /** Fewer custodians have approved the withdrawal than must. */
    NOT_APPROVED,
    /** The withdrawal's delay has not passed. */
    TOO_EARLY,
    /** No quittance proves the approval yet. */
    NOT_QUITTED,
    /** More would be withdrawn in this epoch than may be. */
    CAP_REACHED,
    /** Stake of the validator is unbonding already. */
    UNBONDING,
    /** The validator's stake is too small. */
    INSUFFICIENT_STAKE,
    /** The account's cash is too small. */
    INSUFFICIENT_CASH,
    /** The account's collateral is too small. */
    INSUFFICIENT_COLLATERAL
}
