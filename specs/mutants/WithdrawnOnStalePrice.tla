----------------------- MODULE WithdrawnOnStalePrice ------------------------
(***************************************************************************)
(* The age of the price is not looked at when cash is withdrawn.           *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenRequestWithdrawalRefusal(a, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF withdrawn + amount > WithdrawalCap THEN "CAP_REACHED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE IF FreeCollateral(price, cash[a], position[a]) < amount THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"
=============================================================================
