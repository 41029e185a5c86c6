------------------------- MODULE WithdrawnAboveCap --------------------------
(***************************************************************************)
(* The cap is applied to each request, and not to their sum.               *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenRequestWithdrawalRefusal(a, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF amount > WithdrawalCap THEN "CAP_REACHED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE IF FreeCollateral(price, cash[a], position[a]) < amount THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"
=============================================================================
