-------------------------- MODULE CollateralStaked --------------------------
(***************************************************************************)
(* An account can put at stake what it needs as collateral.                *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenStakeRefusal(a, v, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE "ACCEPTED"
=============================================================================
