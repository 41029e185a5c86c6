------------------------- MODULE ForkIsNoExtension --------------------------
(***************************************************************************)
(* As ParentGap, held against the abstract spec: a second branch becomes   *)
(* final.                                                                  *)
(***************************************************************************)
EXTENDS MCVoting

BrokenExtendsNotarized(b) == \E a \in Blocks: IsParent(a, b) /\ IsNotarized(a)
=============================================================================
