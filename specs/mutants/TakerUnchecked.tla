--------------------------- MODULE TakerUnchecked ---------------------------
(***************************************************************************)
(* An order is accepted without a look at the collateral of its account.   *)
(***************************************************************************)
EXTENDS MCBook

BrokenNewOrderRefusal(o) ==
    IF \E p \in CrossedBy(o): p.account = o.account THEN "SELF_TRADE"
    ELSE IF o.kind = "POST_ONLY" /\ CrossedBy(o) /= {} THEN "WOULD_CROSS"
    ELSE IF ~IsWithinLimit(o, o.quantity) THEN "POSITION_LIMIT"
    ELSE IF CashAfter(o, o.quantity, o.price) < 0 THEN "INSUFFICIENT_CASH"
    ELSE "ACCEPTED"
=============================================================================
