------------------------------ MODULE FlatGap -------------------------------
(***************************************************************************)
(* As ParentGap, held against the flat form of Voting that the symbolic    *)
(* model checker proves safe.                                              *)
(***************************************************************************)
EXTENDS MCVoting

BrokenExtendsNotarized(b) == \E a \in Blocks: IsParent(a, b) /\ IsNotarized(a)
=============================================================================
