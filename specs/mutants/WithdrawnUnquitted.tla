------------------------- MODULE WithdrawnUnquitted -------------------------
(***************************************************************************)
(* A withdrawal is paid out though no quittance has reached its approval.  *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenExecuteWithdrawalRefusal(w) ==
    IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE IF withdrawals[w].approved = 0 THEN "NOT_APPROVED"
    ELSE IF height < withdrawals[w].requested + WithdrawalDelay THEN "TOO_EARLY"
    ELSE "ACCEPTED"
=============================================================================
