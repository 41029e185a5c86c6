-------------------------- MODULE PostOnlyCrosses ---------------------------
(***************************************************************************)
(* A POST_ONLY order comes to rest whatever it crosses.                    *)
(***************************************************************************)
EXTENDS MCBook

BrokenNewOrderRefusal(o) ==
    IF \E p \in CrossedBy(o): p.account = o.account THEN "SELF_TRADE"
    ELSE IF ~IsWithinLimit(o, o.quantity) THEN "POSITION_LIMIT"
    ELSE IF CashAfter(o, o.quantity, o.price) < 0 THEN "INSUFFICIENT_CASH"
    ELSE IF ~IsCovered(o, o.quantity, o.price) THEN "INSUFFICIENT_COLLATERAL"
    ELSE "ACCEPTED"

BrokenCanRest ==
    /\ phase = "commands"
    /\ Matching
    /\ IF taker.kind = "POST_ONLY" THEN TRUE ELSE CrossedBy(taker) = {}
    /\ taker.kind /= "IOC"
=============================================================================
