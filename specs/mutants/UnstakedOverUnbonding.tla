----------------------- MODULE UnstakedOverUnbonding ------------------------
(***************************************************************************)
(* Stake can be taken back while more is on its way, which is forgotten.   *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenUnstakeRefusal(a, v, amount) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF stake[v] < amount THEN "INSUFFICIENT_STAKE"
    ELSE "ACCEPTED"
=============================================================================
