------------------------- MODULE ObservedFromBefore -------------------------
(***************************************************************************)
(* Groups take down a price of which some was reported before they had     *)
(* expired.                                                                *)
(***************************************************************************)
EXTENDS MCOracle

BrokenObserves(g) ==
    /\ groups[g].status /= "SETTLED"
    /\ groups[g].expiry <= height
    /\ Len(groups[g].observed) < SettlementRounds
=============================================================================
