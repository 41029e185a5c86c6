-------------------------- MODULE PaidWhileFlagged --------------------------
(***************************************************************************)
(* Who lacks margin is paid out what it has asked for.                     *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenExecuteWithdrawalRefusal(w) ==
    IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE IF withdrawals[w].approved = 0 THEN "NOT_APPROVED"
    ELSE IF height < withdrawals[w].requested + WithdrawalDelay THEN "TOO_EARLY"
    ELSE IF quitted < withdrawals[w].approved THEN "NOT_QUITTED"
    ELSE "ACCEPTED"
=============================================================================
