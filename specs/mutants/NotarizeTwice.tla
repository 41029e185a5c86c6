--------------------------- MODULE NotarizeTwice ----------------------------
(***************************************************************************)
(* A validator votes to notarize a second block of the same view.          *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanNotarize(i, b) ==
    /\ Proposal(Leader[b.view], b) \in messages
    /\ b.valid
    /\ ~HasSigned(i, b.view, {"nullify", "finalize"})
    /\ ExtendsNotarized(b)
=============================================================================
