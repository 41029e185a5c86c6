------------------------- MODULE CarriesNoQuittance -------------------------
(***************************************************************************)
(* Nobody checks the quittance that a block carries.                       *)
(***************************************************************************)
EXTENDS MCSystem

BrokenCanOrder(block) ==
    /\ (\E h \in (Tip - MaxLag) .. Tip: h = 0 \/ h \in DOMAIN quittances) = TRUE
    /\ block.quitted <= Tip
=============================================================================
