----------------------- MODULE WithdrawnWithoutMargin -----------------------
(***************************************************************************)
(* Whatever cash there is can be withdrawn.                                *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenRequestWithdrawalRefusal(a, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF withdrawn + amount > WithdrawalCap THEN "CAP_REACHED"
    ELSE IF cash[a] < amount THEN "INSUFFICIENT_CASH"
    ELSE "ACCEPTED"
=============================================================================
