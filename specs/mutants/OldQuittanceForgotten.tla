----------------------- MODULE OldQuittanceForgotten ------------------------
(***************************************************************************)
(* A withdrawal is paid out under the quittance of the height of its       *)
(* approval, and of none after it.                                         *)
(***************************************************************************)
EXTENDS MCSettlementLiveness

BrokenExecuteWithdrawalRefusal(w) ==
    IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].status /= "PENDING" THEN "NOT_PENDING"
    ELSE IF withdrawals[w].approved = 0 THEN "NOT_APPROVED"
    ELSE IF height < withdrawals[w].requested + WithdrawalDelay + 1 THEN "TOO_EARLY"
    ELSE IF quitted /= withdrawals[w].approved THEN "NOT_QUITTED"
    ELSE "ACCEPTED"
=============================================================================
