-------------------------- MODULE JoinsWithLittle ---------------------------
(***************************************************************************)
(* A validator joins with less at stake than it must have.                 *)
(***************************************************************************)
EXTENDS MCSlashing

BrokenJoinRefusal(a, v) ==
    IF a \notin OpenAccounts THEN "UNKNOWN_ACCOUNT"
    ELSE IF v \notin Validators THEN "UNKNOWN_VALIDATOR"
    ELSE IF Owner[v] /= a THEN "NOT_OWNER"
    ELSE IF v \in jailed THEN "JAILED"
    ELSE "ACCEPTED"
=============================================================================
