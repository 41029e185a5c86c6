------------------------ MODULE ForgetsTheNextHeight ------------------------
(***************************************************************************)
(* What is about the first height above the floor is forgotten too.        *)
(***************************************************************************)
EXTENDS MCSystemForgetting

BrokenIsLater(h, floor) == h > floor + 1
=============================================================================
