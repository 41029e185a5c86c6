-------------------------- MODULE LeaderNotChecked --------------------------
(***************************************************************************)
(* A validator votes for a block whoever proposed it.                      *)
(***************************************************************************)
EXTENDS MCVoting

BrokenCanNotarize(i, b) ==
    /\ \E j \in Validators: Proposal(j, b) \in messages
    /\ b.valid
    /\ ~HasSigned(i, b.view, {"notarize", "nullify", "finalize"})
    /\ ExtendsNotarized(b)
=============================================================================
