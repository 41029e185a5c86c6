------------------------ MODULE DeleveragedByNumber -------------------------
(***************************************************************************)
(* Those on the other side are asked in the order of their numbers, and    *)
(* not the largest first.                                                  *)
(***************************************************************************)
EXTENDS MCLiquidation

BrokenIsAskedBefore(s, b, c) == b < c
=============================================================================
