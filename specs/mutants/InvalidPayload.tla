--------------------------- MODULE InvalidPayload ---------------------------
(***************************************************************************)
(* A validator votes for a block that the application calls invalid.       *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanNotarize(i, b) ==
    /\ Proposal(Leader[b.view], b) \in messages
    /\ ~HasSigned(i, b.view, {"notarize", "nullify", "finalize"})
    /\ ExtendsNotarized(b)
=============================================================================
