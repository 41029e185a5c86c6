-------------------------- MODULE MakerAboveLimit ---------------------------
(***************************************************************************)
(* A maker is filled beyond the limit of its position.                     *)
(***************************************************************************)
EXTENDS MCBook

BrokenMakerPasses(maker) ==
    IsCovered(OrderOf(maker), Traded(maker), OrderOf(maker).price)
=============================================================================
