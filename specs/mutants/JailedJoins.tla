---------------------------- MODULE JailedJoins -----------------------------
(***************************************************************************)
(* Who has been convicted joins again.                                     *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenJoinRefusal(a, v) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF stake[v] < MinStake THEN "INSUFFICIENT_STAKE"
    ELSE "ACCEPTED"
=============================================================================
