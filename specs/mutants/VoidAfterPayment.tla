-------------------------- MODULE VoidAfterPayment --------------------------
(***************************************************************************)
(* The owner can take back what was paid out.                              *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenVoidWithdrawalRefusal(a, w) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF w \notin DOMAIN withdrawals THEN "UNKNOWN_WITHDRAWAL"
    ELSE IF withdrawals[w].account /= a THEN "NOT_OWNER"
    ELSE IF withdrawals[w].status = "VOID" THEN "NOT_PENDING"
    ELSE "ACCEPTED"
=============================================================================
