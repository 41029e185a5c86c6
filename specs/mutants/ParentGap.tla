----------------------------- MODULE ParentGap ------------------------------
(***************************************************************************)
(* The parent rule asks for a notarized parent, and not that the views     *)
(* between are nullified.                                                  *)
(***************************************************************************)
EXTENDS MCVoting

BrokenExtendsNotarized(b) == \E a \in Blocks: IsParent(a, b) /\ IsNotarized(a)
=============================================================================
