----------------------------- MODULE SelfTrade ------------------------------
(***************************************************************************)
(* An account may trade with itself.                                       *)
(***************************************************************************)
EXTENDS MCBook

BrokenNewOrderRefusal(o) ==
    IF o.kind = "POST_ONLY" /\ CrossedBy(o) /= {} THEN "WOULD_CROSS"
    ELSE IF ~IsWithinLimit(o, o.quantity) THEN "POSITION_LIMIT"
    ELSE IF CashAfter(o, o.quantity, o.price) < 0 THEN "INSUFFICIENT_CASH"
    ELSE IF ~IsCovered(o, o.quantity, o.price) THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"
=============================================================================
