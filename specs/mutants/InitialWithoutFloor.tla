------------------------ MODULE InitialWithoutFloor -------------------------
(***************************************************************************)
(* There is no floor in the initial margin, so that who may trade may be   *)
(* flagged for it.                                                         *)
(***************************************************************************)
EXTENDS MCMargin

BrokenInitialMargin(P, q) == MarginOf(q, P, InitialRate, Zero)
=============================================================================
