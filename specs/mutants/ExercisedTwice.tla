--------------------------- MODULE ExercisedTwice ---------------------------
(***************************************************************************)
(* A group that has been settled is due to be settled again, as long as    *)
(* the block lasts.                                                        *)
(***************************************************************************)
EXTENDS MCSettlement

BrokenHasSettlementPrice(g) ==
    groups[g].status /= "LIVE" /\ Len(groups[g].observed) = SettlementRounds
=============================================================================
