---------------------------- MODULE ProposeTwice ----------------------------
(***************************************************************************)
(* A correct leader does not look up whether it has proposed already, and  *)
(* proposes another block.                                                 *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenCanPropose(i, b) ==
    /\ i \in up
    /\ b.view = view[i]
    /\ i = Leader[b.view]
    /\ b.valid
    /\ ~HasSigned(i, b.view, "nullify")
    /\ ExtendsNotarized(i, b)
    /\ \A c \in certificates[i]:
           c.kind = "notarize" /\ c.view < b.view => c.view <= b.parentView
=============================================================================
