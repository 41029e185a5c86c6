--------------------------- MODULE ProposeOnLower ---------------------------
(***************************************************************************)
(* A correct leader proposes on any notarized block that the parent rule   *)
(* allows, and so skips one that it knows to be notarized.                 *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenCanPropose(i, b) ==
    /\ i \in up
    /\ b.view = view[i]
    /\ i = Leader[b.view]
    /\ b.valid
    /\ ~HasSigned(i, b.view, "propose")
    /\ ~HasSigned(i, b.view, "nullify")
    /\ ExtendsNotarized(i, b)
=============================================================================
