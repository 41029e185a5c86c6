------------------------- MODULE StakedOnStalePrice -------------------------
(***************************************************************************)
(* The age of the price is not looked at when cash is put at stake.        *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenStakeRefusal(a, v, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE IF FreeCollateral(price, cash[a], position[a]) < amount THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"
=============================================================================
