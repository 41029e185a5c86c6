----------------------- MODULE NotarizeAfterFinalize ------------------------
(***************************************************************************)
(* A validator that voted to finalize a block still votes to notarize      *)
(* another one of that view. Only the votes of others are needed to        *)
(* finalize, so it may not have voted to notarize before. It is convicted  *)
(* although it means well.                                                 *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanNotarize(i, b) ==
    /\ Proposal(Leader[b.view], b) \in messages
    /\ b.valid
    /\ ~HasSigned(i, b.view, {"notarize", "nullify"})
    /\ ExtendsNotarized(b)
=============================================================================
