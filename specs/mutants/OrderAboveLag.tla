--------------------------- MODULE OrderAboveLag ----------------------------
(***************************************************************************)
(* Blocks become final however long ago the last quittance was.            *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanOrder(block) ==
    /\ block.quitted <= Tip
    /\ IF block.quitted = 0 THEN TRUE ELSE block.quitted \in DOMAIN quittances
=============================================================================
