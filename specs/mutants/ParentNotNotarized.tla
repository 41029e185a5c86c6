------------------------- MODULE ParentNotNotarized -------------------------
(***************************************************************************)
(* The parent rule asks for the nullification of the views between, and    *)
(* not that the parent is notarized.                                       *)
(***************************************************************************)
EXTENDS MCVoting

BrokenExtendsNotarized(b) == \A v \in Views: b.parentView < v /\ v < b.view => IsNullified(v)
=============================================================================
