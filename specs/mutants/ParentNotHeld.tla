--------------------------- MODULE ParentNotHeld ----------------------------
(***************************************************************************)
(* A validator asks for the nullification of the views between a block and *)
(* its parent, and not for the notarization of the parent.                 *)
(***************************************************************************)
EXTENDS MCSimplex

BrokenExtendsNotarized(i, b) ==
    \A v \in (b.parentView + 1) .. (b.view - 1): Holds(i, Nullification(v))
=============================================================================
