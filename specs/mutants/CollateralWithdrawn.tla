------------------------ MODULE CollateralWithdrawn -------------------------
(***************************************************************************)
(* An account can withdraw all its cash, whatever it needs as collateral.  *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenRequestWithdrawalRefusal(a, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF Mode = "HALT" THEN "HALTED"
    ELSE IF ~Fresh THEN "STALE_PRICE"
    ELSE IF flagged[a] > 0 THEN "FLAGGED"
    ELSE IF withdrawn + amount > WithdrawalCap THEN "CAP_REACHED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE "ACCEPTED"
=============================================================================
