------------------------ MODULE ObservedAtExpiryOnly ------------------------
(***************************************************************************)
(* Prices are observed in the block of the expiry and not after it.        *)
(***************************************************************************)
EXTENDS MCSettlementLiveness

BrokenObserves(g) ==
    /\ groups[g].status /= "SETTLED"
    /\ groups[g].expiry = height
    /\ Len(groups[g].observed) < SettlementRounds
=============================================================================
