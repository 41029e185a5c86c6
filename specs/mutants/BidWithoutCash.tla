--------------------------- MODULE BidWithoutCash ---------------------------
(***************************************************************************)
(* An order to buy is accepted from an account that can not pay for it.    *)
(***************************************************************************)
EXTENDS MCBook

BrokenNewOrderRefusal(o) ==
    IF \E p \in CrossedBy(o): p.account = o.account THEN "SELF_TRADE"
    ELSE IF o.kind = "POST_ONLY" /\ CrossedBy(o) /= {} THEN "WOULD_CROSS"
    ELSE IF ~IsWithinLimit(o, o.quantity) THEN "POSITION_LIMIT"
    ELSE IF o.side = "sell" /\ ~IsCovered(o, o.quantity, o.price) THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"
=============================================================================
