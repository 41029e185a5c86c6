--------------------------- MODULE ViewsOutOfTurn ---------------------------
(***************************************************************************)
(* A validator moves on to a later view before the one that it is in has   *)
(* ended.                                                                  *)
(***************************************************************************)
EXTENDS MCLiveness

BrokenCanEnterView(i, v) ==
    /\ i \in up
    /\ v \in Views
    /\ view[i] < v
=============================================================================
