-------------------------- MODULE UnderwaterSpared --------------------------
(***************************************************************************)
(* An account is closed out only if it can pay for that, so that the worst *)
(* are never.                                                              *)
(***************************************************************************)
EXTENDS MCLiquidation

BrokenNeedsDeleverage(a) ==
    /\ flagged[a] > 0
    /\ height - flagged[a] > TakeoverBlocks
    /\ IsUnderwater(price, a)
    /\ 0 <= cash[a] + CloseOut(Deleveraged(a))[a]
=============================================================================
