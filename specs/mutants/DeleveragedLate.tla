-------------------------- MODULE DeleveragedLate ---------------------------
(***************************************************************************)
(* A flagged account is closed out one block later than it should be.      *)
(***************************************************************************)
EXTENDS MCLiquidation

BrokenNeedsDeleverage(a) ==
    /\ flagged[a] > 0
    /\ height - flagged[a] > TakeoverBlocks + 1
    /\ IsUnderwater(price, a)
=============================================================================
