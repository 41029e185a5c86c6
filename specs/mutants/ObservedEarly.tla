--------------------------- MODULE ObservedEarly ----------------------------
(***************************************************************************)
(* Groups take down prices before they expire.                             *)
(***************************************************************************)
EXTENDS MCOracle

BrokenObserves(g) ==
    /\ groups[g].status /= "SETTLED"
    /\ Len(groups[g].observed) < SettlementRounds
=============================================================================
