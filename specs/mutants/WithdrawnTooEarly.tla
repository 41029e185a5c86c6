------------------------- MODULE WithdrawnTooEarly --------------------------
(***************************************************************************)
(* A withdrawal is paid out before its delay is over.                      *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenExecuteWithdrawalRefusal(w) ==
    IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE IF withdrawals[w].approved = 0 THEN "NOT_APPROVED"
    ELSE IF quitted < withdrawals[w].approved THEN "NOT_QUITTED"
    ELSE "ACCEPTED"
=============================================================================
