----------------------------- MODULE LeaderWaits ----------------------------
(***************************************************************************)
(* A leader proposes only once it has given up its view: never.            *)
(***************************************************************************)
EXTENDS MCLiveness

BrokenCanPropose(i, b) ==
    /\ i \in up
    /\ b.view = view[i]
    /\ i = Leader[b.view]
    /\ b.valid
    /\ ~HasSigned(i, b.view, "propose")
    /\ HasSigned(i, b.view, "nullify")
    /\ ExtendsNotarized(i, b)
=============================================================================
