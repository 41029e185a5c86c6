------------------------- MODULE ExecutesAsItLikes --------------------------
(***************************************************************************)
(* Correct replicas may get different roots for one height.                *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanExecute(i, h, r) ==
    /\ IsRunning(i)
    /\ h = executed[i] + 1
    /\ h \in DOMAIN chain
=============================================================================
