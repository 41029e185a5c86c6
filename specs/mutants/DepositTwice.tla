---------------------------- MODULE DepositTwice ----------------------------
(***************************************************************************)
(* A deposit is credited as often as it is shown.                          *)
(***************************************************************************)
EXTENDS MCTreasury

BrokenDepositRefusal(ext, a, amount, signers) ==
    IF Cardinality(signers \intersect Custodians) < CustodianQuorum THEN "NOT_ENOUGH_SIGNERS"
    ELSE IF amount < 1 THEN "NOT_IN_RANGE"
    ELSE IF a \notin OpenAccounts /\ a /= NextAccount THEN "NOT_IN_RANGE"
    ELSE IF externalIn + amount > MaxMoney THEN "LIMIT"
    ELSE "ACCEPTED"
=============================================================================
